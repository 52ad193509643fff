package dev.ssot.bootstrap.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePatternTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Foo, com.acme.Foo, run",
    "com.acme.Foo, com.acme.Foo, <init>",
    "com.acme.Foo, com.acme.Foo$Bar, run",
    "com.acme.Foo, com.acme.Foo$Bar$1, run",
    "com.acme.Foo, com.acme.Foo, lambda$0",
    "com.acme.Foo$Bar, com.acme.Foo$Bar$Baz, run",
    "com.acme.*, com.acme.Foo, run",
    "com.acme.*, com.acme.Foo$Bar, run",
    "com.acme.**, com.acme.Foo, run",
    "com.acme.**, com.acme.ws.Foo, run",
    "com.*.Foo, com.acme.Foo, run",
    "com.**.Foo, com.acme.ws.Foo, run",
    "com.**.Foo, com.Foo, run",
    "**.Foo, com.acme.Foo, run",
    "**.Foo, Foo, run",
    "**Foo, com.acme.MyFoo, run",
    "**.*Socket, com.acme.ChatSocket, run",
    "com.acme.Foo#open, com.acme.Foo, open",
    "com.acme.Foo#open, com.acme.Foo$Bar, open",
    "com.acme.Foo#open*, com.acme.Foo, openAll",
    "com.acme.Foo#open, com.acme.Foo, lambda$open$0",
    "com.acme.Foo#open, com.acme.Foo, lambda$open$5a1c37d2$1",
    "com.acme.Foo#open$it, com.acme.Foo, lambda$open$it$12",
    "com.acme.Foo#open, com.acme.Foo, open$lambda$0",
    "com.acme.Foo#open, com.acme.Foo, open$lambda$0$lambda$1",
    "com.acme.Foo#open, com.acme.Foo$open$1, invokeSuspend",
    "com.acme.Foo#<init>, com.acme.Foo, <init>",
    "com.acme.Foo#<init>, com.acme.Foo, lambda$new$0",
    "com.acme.Foo#<clinit>, com.acme.Foo, lambda$static$3"
  })
  void these_call_sites_match(String pattern, String className, String method) {
    assertThat(SitePattern.of(pattern).matches(className, method)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.Foo, com.acme.Foobar, run",
    "com.acme.Foo, com.acme, run",
    "com.acme.Foo, com.acme.Bar$Foo, run",
    "com.acme.Foo$Bar, com.acme.Foo, run",
    "com.acme.*, com.acme.ws.Foo, run",
    "com.acme.**, com.acmeplus.Foo, run",
    "com.acme.**, com.acme, run",
    "com.*.Foo, com.acme.ws.Foo, run",
    "com.**.Foo, com.acme.MyFoo, run",
    "**.Foo, com.acme.MyFoo, run",
    "com.acme.Foo#open, com.acme.Foo, close",
    "com.acme.Foo#open, com.acme.Foo, openAll",
    "com.acme.Foo#open, com.acme.Foo, lambda$close$0",
    "com.acme.Foo#open, com.acme.Foo, lambda$0",
    "com.acme.Foo#open, com.acme.Foo, lambda$null$0",
    "com.acme.Foo#open, com.acme.Bar, open",
    "com.acme.Foo#open, com.acme.Foo$Bar, close",
    "com.acme.Foo#Bar, com.acme.Foo$Bar, close",
    "com.acme.Foo#open, com.acme.Foo, lambda$open"
  })
  void these_call_sites_do_not(String pattern, String className, String method) {
    assertThat(SitePattern.of(pattern).matches(className, method)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "#run", "a.", ".a", "a b", "a.B#run()", "a.B#", "a.B#a.b", "a/B", "a.B.class"})
  void what_is_no_pattern_is_refused(String text) {
    assertThatThrownBy(() -> SitePattern.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void it_shows_as_it_was_written() {
    assertThat(SitePattern.of("a.**#open")).hasToString("a.**#open");
  }
}
