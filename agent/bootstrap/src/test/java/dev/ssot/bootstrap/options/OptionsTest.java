package dev.ssot.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
  private static final ConfigReader NO_READER =
      path -> {
        throw new AssertionError("nothing asked for a file");
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enabled=false",
        "enabled=FALSE",
        "mode=bogus, enabled=false,x",
        "a,enabled=false"
      })
  void switched_off_nothing_else_is_checked(String arguments) throws OptionsException {
    var options = Options.read(arguments, Map.of("ssot.config", "no.yaml"), Map.of(), NO_READER);

    assertThat(options.enabled()).isFalse();
    assertThat(options.notes()).isEmpty();
  }

  @Test
  void the_environment_and_the_file_can_switch_off() throws OptionsException {
    var bad = Sources.none().withProperties(Map.of("ssot.mode", "bogus"));

    assertThat(bad.withEnvironment(Map.of("SSOT_ENABLED", "false")).read().enabled()).isFalse();
    assertThat(bad.withFile(Map.of("enabled", false, "bogus", 1)).read().enabled()).isFalse();
  }

  @Test
  void switched_on_more_explicitly_it_is_on() throws OptionsException {
    var off = Sources.none().withEnvironment(Map.of("SSOT_ENABLED", "false"));

    assertThat(off.withArguments("enabled=true").read().enabled()).isTrue();
  }

  @Test
  void without_config_no_file_is_read() throws OptionsException {
    assertThat(Options.read(null, Map.of(), Map.of(), NO_READER).config()).isNull();
    assertThat(Options.read("config=none", Map.of(), Map.of(), NO_READER).config()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"config=C:\\a.yml, C:\\a.yml", "config=/etc/a=b.yml, /etc/a=b.yml"})
  void the_file_is_asked_for_by_its_path(String arguments, String expected) throws Exception {
    var options =
        Options.read(
            arguments,
            Map.of(),
            Map.of(),
            path -> Map.of("targets", path.equals(expected) ? "read.It" : "wrong.Path"));

    assertThat(options.config()).isEqualTo(expected);
    assertThat(options.targets().get(0).pattern()).hasToString("read.It");
  }

  @Test
  void an_empty_file_sets_nothing() throws OptionsException {
    assertThat(Options.read("config=a", Map.of(), Map.of(), path -> null).mode())
        .isEqualTo(Mode.OBSERVE);
  }

  @Test
  void an_empty_variable_counts_as_not_set() throws OptionsException {
    var options = Sources.none().withEnvironment(Map.of("SSOT_MODE", " ")).read();

    assertThat(options.mode()).isEqualTo(Mode.OBSERVE);
    assertThat(options.notes()).isEmpty();
  }

  @Test
  void spaces_around_keys_values_and_items_do_not_matter() throws OptionsException {
    var options = Sources.read(" mode = off , targets = a.B : c.D ");

    assertThat(options.mode()).isEqualTo(Mode.OFF);
    assertThat(options.targets()).extracting(TargetOption::toString).containsExactly("a.B", "c.D");
  }

  @Test
  void windows_paths_survive() throws OptionsException {
    var options = Sources.read("report=C:\\out\\x.JSON,log=file:C:\\out\\x=1.log");

    assertThat(options.report().path()).isEqualTo("C:\\out\\x.JSON");
    assertThat(options.report().format()).isEqualTo(ReportFormat.JSON);
    assertThat(options.log().kind()).isEqualTo(LogTarget.Kind.FILE);
    assertThat(options.log().path()).isEqualTo("C:\\out\\x=1.log");
  }

  @ParameterizedTest
  @CsvSource({"a.txt, TEXT", "a.json, JSON", "a.md, MARKDOWN", "a.html, HTML"})
  void the_extension_picks_the_format(String path, ReportFormat format) throws Exception {
    var report = Sources.read("report=" + path).report();

    assertThat(report.format()).isEqualTo(format);
    assertThat(report.path()).isEqualTo(path);
  }

  @Test
  void a_dash_is_text_on_stdout() throws OptionsException {
    var report = Sources.read("report=-").report();

    assertThat(report.path()).isNull();
    assertThat(report.format()).isEqualTo(ReportFormat.TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "1000ms, 1000",
    "60s, 60000",
    "5m, 300000",
    "2h, 7200000",
    "999999999h, 3599999996400000"
  })
  void durations_have_units(String text, long millis) throws OptionsException {
    assertThat(Sources.read("report=-,report.every=" + text).reportEvery())
        .isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s", "1", "1d", "-1s", "1.5s", "1s1", "0s", "9999999999s", "PT1M"})
  void what_is_no_duration_is_refused(String text) {
    assertThatThrownBy(() -> Sources.read("report.every=" + text))
        .isInstanceOf(OptionsException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "auto, AUTO, ,",
    "First, FIRST, ,",
    "a.Holder#get(), METHOD, a.Holder, get",
    "a.B$Holder#INSTANCE, FIELD, a.B$Holder, INSTANCE"
  })
  void the_canonical_instance_is_looked_for_or_named(
      String text, CanonicalOption.Kind kind, String holder, String member) throws Exception {
    var canonical = Sources.read("canonical=" + text).canonical();

    assertThat(canonical.kind()).isEqualTo(kind);
    assertThat(canonical.isNamed()).isEqualTo(holder != null);
    assertThat(canonical.className()).isEqualTo(holder);
    assertThat(canonical.member()).isEqualTo(member);
    assertThat(canonical.toString()).isEqualToIgnoringCase(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.*#get()", "a.B#g*()", "a.B#", "a.B#()", "#get()", "a/B#get()", "a.B#f#g"})
  void what_names_no_holder_is_refused(String text) {
    assertThatThrownBy(() -> Sources.read("canonical=" + text))
        .hasMessageContaining(
            "valid are auto, first, com.acme.Holder#method(), com.acme.Holder#FIELD");
  }

  @Test
  void targets_of_the_file_have_their_own_canonical_and_mode() throws OptionsException {
    var object = Map.of("class", "a.X", "canonical", "a.X#get()", "mode", "off");
    var targets = file(Map.of("targets", List.of(object, "**.Y"))).targets();

    assertThat(targets.get(0).pattern()).hasToString("a.X");
    assertThat(targets.get(0).canonical()).hasToString("a.X#get()");
    assertThat(targets.get(0).mode()).isEqualTo(Mode.OFF);
    assertThat(targets.get(1).pattern()).hasToString("**.Y");
    assertThat(targets.get(1).canonical()).isNull();
    assertThat(targets.get(1).mode()).isNull();
  }

  @Test
  void several_targets_may_each_name_their_holder() throws OptionsException {
    var x = Map.of("class", "a.X", "canonical", "a.X#get()");
    var y = Map.of("class", "a.Y", "canonical", "first");
    var sources = Sources.none().withFile(Map.of("targets", List.of(x, y)));

    assertThat(sources.withArguments("canonical=a.Z#get()").read().targets()).hasSize(2);
  }

  @Test
  void groups_come_by_priority_and_equals_as_written() throws OptionsException {
    var groups =
        List.of(
            Map.of("name", "late", "priority", 4, "sites", List.of("d.**")),
            Map.of("name", "second", "sites", "b.**:c.X#run"),
            Map.of("name", "first", "priority", "1", "sites", List.of("a.**"), "mode", "off"),
            Map.of("name", "later", "priority", 4, "sites", List.of("e.**")));
    var read = file(Map.of("groups", groups)).groups();

    assertThat(read)
        .extracting(GroupOption::name)
        .containsExactly("first", "second", "late", "later");
    assertThat(read).extracting(GroupOption::priority).containsExactly(1, 2, 4, 4);
    assertThat(read.get(0).mode()).isEqualTo(Mode.OFF);
    assertThat(read.get(1).mode()).isNull();
    assertThat(read.get(1).sites()).hasToString("[b.**, c.X#run]");
  }

  @Test
  void bare_patterns_are_groups_of_that_name() throws OptionsException {
    var groups = Sources.read("groups=a.**:b.X#run").groups();

    assertThat(groups).extracting(GroupOption::name).containsExactly("a.**", "b.X#run");
    assertThat(groups).extracting(GroupOption::priority).containsExactly(1, 2);
  }

  @Test
  void the_first_group_by_priority_has_the_site() throws OptionsException {
    var options = Sources.read("groups=a.X:a.**");

    assertThat(options.groupOf("a.X", "run")).hasToString("a.X");
    assertThat(options.groupOf("a.Y", "run")).hasToString("a.**");
    assertThat(options.groupOf("b.X", "run")).isNull();
  }

  @Test
  void the_file_may_hold_typed_values() throws OptionsException {
    var options = file(Map.of("jmx", false, "live.limit", 5, "allow", List.of("a.X", "b.Y#make")));

    assertThat(options.jmx()).isFalse();
    assertThat(options.liveLimit()).isEqualTo(5);
    assertThat(options.allow()).hasToString("[a.X, b.Y#make]");
  }

  @Test
  void a_mode_of_a_group_is_read_from_the_file() throws OptionsException {
    var group = Map.of("name", "P1", "sites", "a.X", "mode", "enforce");
    var options = file(Map.of("groups", List.of(group)));

    assertThat(options.groups().get(0).mode()).isEqualTo(Mode.ENFORCE);
    assertThat(options.notes()).isEmpty();
  }

  private static Options file(Map<String, Object> content) throws OptionsException {
    return Sources.none().withFile(content).read();
  }
}
