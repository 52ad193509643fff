package dev.ssot.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JavaProcessTest {
  @ParameterizedTest
  @CsvSource({
    "com.acme.Main --port 1, com.acme.Main",
    "/opt/my service/chat.jar --x=y.jar, chat.jar",
    "chat.jar, chat.jar",
    "com.acme.Main lib.jar, com.acme.Main",
    "com.acme/com.acme.Main, com.acme/com.acme.Main",
    "'',''"
  })
  void it_goes_by_its_main_class_or_jar(String command, String main) {
    assertThat(new JavaProcess(7, command, "", "").main()).isEqualTo(main);
  }

  @Test
  void messages_name_it_with_its_id() {
    assertThat(new JavaProcess(7, "chat.jar", "", "").name()).isEqualTo("chat.jar (7)");
    assertThat(new JavaProcess(7, "", "", "").name()).isEqualTo("process 7");
  }

  @Test
  void a_flag_is_a_whole_word() {
    JavaProcess process = new JavaProcess(7, "", "", "-XX:+DisableAttachMechanism -Xmx1g ");

    assertThat(process.hasArgument("-XX:+DisableAttachMechanism")).isTrue();
    assertThat(process.hasArgument("-Xmx1")).isFalse();
  }

  @Test
  void of_a_property_that_is_given_twice_the_last_one_holds() {
    JavaProcess process = new JavaProcess(7, "", "", "-Da=1 -Xmx1g  -Da=2 -Dab=3");

    assertThat(process.property("a")).isEqualTo("2");
    assertThat(process.property("b")).isEmpty();
  }

  @Test
  void what_runs_on_java_7_is_too_old() {
    assertThat(new JavaProcess(7, "", "1.7.0_80", "").isTooOld()).isTrue();
    assertThat(new JavaProcess(7, "", "1.8.0_504", "").isTooOld()).isFalse();
    assertThat(new JavaProcess(7, "", "25", "").isTooOld()).isFalse();
    assertThat(new JavaProcess(7, "", "", "").isTooOld()).isFalse();
  }

  @Test
  void attaching_is_refused_before_anything_is_sent() {
    long self = ProcessHandle.current().pid();
    assertRefused(new JavaProcess(self, "old.jar", "1.6.0_45", ""), "needs Java 8");
    assertRefused(
        new JavaProcess(self, "shut.jar", "17", "-XX:+DisableAttachMechanism"),
        "shut.jar (" + self + ") was started with -XX:+DisableAttachMechanism");
  }

  private static void assertRefused(JavaProcess process, String why) {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> AttachedJvm.attach(process))
        .withMessageContaining(why)
        .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(Failure.NO_PROCESS));
  }
}
