package dev.ssot.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the table, from each source, and each pair of sources. */
class OptionTableTest {
  /** An option, what is set, what it must then say, and what is refused. */
  record Row(
      Option option,
      Function<Options, Object> getter,
      String byDefault,
      String first,
      String firstSaid,
      String second,
      String secondSaid,
      String bad) {
    String said(Options options) {
      return String.valueOf(getter.apply(options));
    }

    @Override
    public String toString() {
      return option.key();
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        row(Option.TARGETS, Options::targets, "[**.RedisManager]", "a.B", "[a.B]")
            .then("a.C:a.*Pool", "[a.C, a.*Pool]", "a/B"),
        row(Option.MODE, Options::mode, "observe", "off", "off").then("observe", "observe", "on"),
        row(Option.CANONICAL, Options::canonical, "auto", "first", "first")
            .then("a.B#c()", "a.B#c()", "second"),
        row(Option.ARGUMENTS, Options::arguments, "keep", "ignore", "ignore")
            .then("Key", "key", "drop"),
        row(Option.CONFIGURED, Options::ignoresConfigured, "false", "ignore", "true")
            .then("keep", "false", "true"),
        row(Option.APPLICATION, Options::application, "[]", "com.acme.**", "[com.acme.**]")
            .then("a.B:b.**", "[a.B, b.**]", "a..B"),
        row(Option.FACTORIES, Options::factories, "[]", "a.B#of", "[a.B#of]")
            .then("a.C:b.**#make", "[a.C, b.**#make]", "a..B"),
        row(Option.SHARE, Options::share, "one", "site", "site").then("One", "one", "all"),
        row(Option.ALLOW, Options::allow, "[]", "a.B", "[a.B]")
            .then("a.C:b.**#make", "[a.C, b.**#make]", "a..B"),
        row(Option.GROUPS, Options::groups, "[]", "a.**", "[a.**]").then("none", "[]", "#start"),
        row(Option.GUARD, Options::guard, "[close, shutdown, destroy, disconnect]", "none", "[]")
            .then("stop:halt", "[stop, halt]", "close()"),
        row(Option.CANONICAL_WAIT, Options::canonicalWait, "PT0.2S", "1ms", "PT0.001S")
            .then("1s", "PT1S", "0ms"),
        row(Option.LIVE_LIMIT, Options::liveLimit, "10000", "0", "0")
            .then("2147483647", "2147483647", "-1"),
        row(Option.STACKS, Options::stacks, "3", "0", "0").then("100", "100", "101"),
        row(Option.STACK_DEPTH, Options::stackDepth, "64", "1", "1").then("1024", "1024", "0"),
        row(Option.LOG, o -> o.log().kind(), "AUTO", "stderr", "STDERR")
            .then("none", "NONE", "stdout"),
        row(Option.REPORT, o -> path(o.report()), "null", "a.json", "a.json")
            .then("none", "null", "a.pdf"),
        row(Option.REPORT_EVERY, Options::reportEvery, "null", "60s", "PT1M")
            .then("1500ms", "PT1.5S", "60"),
        row(Option.METRICS, Options::metrics, "true", "none", "false")
            .then("application", "true", "all"),
        row(Option.HTTP, Options::http, "off", "8085", "8085")
            .then("[::1]:65535", "[::1]:65535", "host:65536"),
        row(Option.JMX, Options::jmx, "true", "false", "false").then("TRUE", "true", "yes"),
        row(Option.JDK_HOOKS, Options::jdkHooks, "true", "false", "false")
            .then("auto", "true", "true"));
  }

  private record Begun(
      Option option,
      Function<Options, Object> getter,
      String byDefault,
      String first,
      String firstSaid) {
    Row then(String second, String secondSaid, String bad) {
      return new Row(option, getter, byDefault, first, firstSaid, second, secondSaid, bad);
    }
  }

  private static Begun row(
      Option option,
      Function<Options, Object> getter,
      String byDefault,
      String first,
      String firstSaid) {
    return new Begun(option, getter, byDefault, first, firstSaid);
  }

  private static String path(ReportTarget report) {
    return report == null ? null : report.path();
  }

  @Test
  void every_row_is_tested_here_or_has_a_test_of_its_own() {
    var tested = new ArrayList<>(rows().map(Row::option).toList());
    tested.addAll(List.of(Option.CONFIG, Option.HTTP_TOKEN, Option.ENABLED));

    assertThat(tested).containsExactlyInAnyOrder(Option.values());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void nothing_set_gives_the_default(Row row) throws OptionsException {
    assertThat(row.said(Sources.none().read())).isEqualTo(row.byDefault());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_documented_default_overrides_like_any_value(Row row) throws OptionsException {
    var sources = Place.ENVIRONMENT.set(Sources.none(), row.option(), row.first());

    var options = Place.ARGUMENT.set(sources, row.option(), row.option().defaultText()).read();

    assertThat(row.said(options)).isEqualTo(row.byDefault());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_place_can_set_it(Row row) throws OptionsException {
    for (Place place : Place.values()) {
      var options = place.set(Sources.none(), row.option(), row.first()).read();

      assertThat(row.said(options)).as("%s", place).isEqualTo(row.firstSaid());
      assertThat(options.notes()).noneMatch(note -> note.startsWith("ignored"));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_more_explicit_place_wins(Row row) throws OptionsException {
    for (Place strong : Place.values()) {
      for (Place weak : EnumSet.range(Place.FILE, strong)) {
        if (weak == strong) {
          continue;
        }
        var sources = weak.set(Sources.none(), row.option(), row.first());
        var options = strong.set(sources, row.option(), row.second()).read();

        assertThat(row.said(options)).as("%s over %s", strong, weak).isEqualTo(row.secondSaid());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_bad_value_that_is_overridden_does_no_harm(Row row) throws OptionsException {
    var sources = Place.ENVIRONMENT.set(Sources.none(), row.option(), row.bad());

    var options = Place.ARGUMENT.set(sources, row.option(), row.first()).read();

    assertThat(row.said(options)).isEqualTo(row.firstSaid());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_bad_value_names_the_key_the_value_and_the_place(Row row) {
    assertRefused(row, Place.ARGUMENT, row.option().key(), " (agent argument): ");
    assertRefused(row, Place.PROPERTY, row.option().property(), " (system property): ");
    assertRefused(row, Place.ENVIRONMENT, row.option().variable(), " (environment variable): ");
    assertRefused(row, Place.FILE, row.option().key(), " (file /etc/ssot.yaml): ");
  }

  private static void assertRefused(Row row, Place place, String name, String where) {
    var sources = place.set(Sources.none(), row.option(), row.bad());

    assertThatThrownBy(sources::read)
        .isInstanceOf(OptionsException.class)
        .hasMessageStartingWith("bad option " + name + "=" + row.bad() + where);
  }
}
