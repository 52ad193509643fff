package dev.ssot.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that users see, word by word. */
class OptionMessagesTest {
  private static final String KEYS =
      "Valid are targets, mode, canonical, arguments, configured, application, factories, share,"
          + " allow, groups, guard, canonical.wait, live.limit, stacks, stack.depth, log, report, report.every, metrics,"
          + " http, http.token, jmx, config, jdk.hooks, enabled";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mode=obsrve          | valid are off, observe, dry-run, enforce, fail
          canonical=second     | valid are auto, first, com.acme.Holder#method(), com.acme.Holder#FIELD
          canonical=a.B#c(int) | unexpected '(' after the #; valid are auto, first, com.acme.Holder#method(), com.acme.Holder#FIELD
          live.limit=many      | valid is a whole number from 0 to 2147483647
          stack.depth=0        | valid is a whole number from 1 to 1024
          report.every=60      | valid is a duration such as 200ms, 60s, 5m or 2h, at least 1s
          report.every=1ms     | valid is a duration such as 200ms, 60s, 5m or 2h, at least 1s
          log=stdout           | valid are auto, stderr, file:PATH, none
          log=file:            | valid are auto, stderr, file:PATH, none
          report=out.pdf       | valid are - for stdout, or a file that ends in .txt, .json, .md or .html
          jmx=yes              | valid are true, false
          enabled=no           | valid are true, false
          targets=com/acme/X   | write it with dots: com.acme.X
          targets=a.X.class    | name the class, not its file: a.X
          targets=a.X.java     | name the class, not its file: a.X
          targets=a..X         | unexpected '.': write a class name such as com.acme.RedisManager or **.*Pool
          targets=a.X.         | a class name is missing after the last dot
          targets=a.1X         | unexpected '1': write a class name such as com.acme.RedisManager or **.*Pool
          targets=***.X        | * and ** are wildcards, *** is none
          targets=**           | this names every class there is; name the one that should have one instance
          targets=a.X#get      | a target is a class; methods can be named in allow and groups only
          targets=a.X::a.Y     | an item between the colons is empty
          allow=a.X#           | a name is missing after the #
          mode=                | the value is empty; leave the key out for its default
          """)
  void a_bad_argument_says_what_is_valid(String argument, String expected) {
    assertThatThrownBy(() -> Sources.read(argument))
        .hasMessage("bad option " + argument + " (agent argument): " + expected);
  }

  @Test
  void an_unknown_argument_names_the_nearest_key() {
    assertThatThrownBy(() -> Sources.read("tragets=com.acme.X"))
        .hasMessage(
            "unknown option tragets=com.acme.X (agent argument): did you mean \"targets\"? "
                + KEYS);
  }

  @ParameterizedTest
  @CsvSource({
    "live, live.limit",
    "stackDepth, stack.depth",
    "stack_depth, stack.depth",
    "Modes, mode",
    "target, targets",
    "reporting, report"
  })
  void the_nearest_key_is_the_likely_one(String given, String meant) {
    assertThatThrownBy(() -> Sources.read(given + "=1"))
        .hasMessageContaining("did you mean \"" + meant + "\"?");
  }

  @Test
  void a_misspelt_token_is_not_shown() {
    assertThatThrownBy(() -> Sources.read("http.tokn=hunter2"))
        .hasMessageStartingWith("unknown option http.tokn=(not shown) (agent argument): ");
  }

  @Test
  void an_argument_without_a_value_says_how_to_write_it() {
    assertThatThrownBy(() -> Sources.read("targets=a.X,a.Y"))
        .hasMessage(
            "bad option \"a.Y\" (agent argument): write key=value,key=value; separate the items of a"
                + " list by colons; a value with a comma goes into the file that config"
                + " names");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mode=off,", ",mode=off", "=off", "mode"})
  void an_argument_without_a_key_is_refused(String arguments) {
    assertThatThrownBy(() -> Sources.read(arguments))
        .hasMessageContaining(" (agent argument): write key=value,key=value;");
  }

  @Test
  void an_argument_set_twice_is_refused() {
    assertThatThrownBy(() -> Sources.read("mode=off,mode=observe"))
        .hasMessage("bad option mode=observe (agent argument): it is set twice");
  }

  @Test
  void a_part_of_the_file_is_named_by_its_place() {
    var group = Map.of("name", "P1", "sites", List.of("a.X"), "mode", "on");

    assertThatThrownBy(() -> file("groups", List.of(group)))
        .hasMessage(
            "bad option groups[0].mode=on (file /etc/ssot.yaml): valid are off, observe, dry-run,"
                + " enforce, fail");
  }

  @Test
  void an_unknown_field_of_the_file_names_the_nearest() {
    assertThatThrownBy(() -> file("targets", List.of(Map.of("clas", "a.X"))))
        .hasMessage(
            "unknown option targets[0].clas=a.X (file /etc/ssot.yaml): did you mean \"class\"? Valid"
                + " are class, canonical, mode, share");
  }

  @Test
  void a_target_without_a_class_is_refused() {
    assertThatThrownBy(() -> file("targets", List.of(Map.of("mode", "off"))))
        .hasMessage("bad option targets[0]={mode=off} (file /etc/ssot.yaml): class is missing");
  }

  @Test
  void no_target_at_all_is_refused() {
    assertThatThrownBy(() -> file("targets", List.of()))
        .hasMessage("bad option targets=[] (file /etc/ssot.yaml): name at least one class");
  }

  @Test
  void groups_need_a_name_of_their_own_and_sites() {
    var group = Map.of("name", "P1", "sites", "a.X");

    assertThatThrownBy(() -> file("groups", List.of(group, group)))
        .hasMessageStartingWith("bad option groups[1]=")
        .hasMessageEndingWith(": a group needs a name of its own, which is not \"none\"");
    assertThatThrownBy(() -> file("groups", List.of(Map.of("name", "None", "sites", "a.X"))))
        .hasMessageEndingWith(": a group needs a name of its own, which is not \"none\"");
    assertThatThrownBy(() -> file("groups", List.of(Map.of("name", "P1"))))
        .hasMessageEndingWith(": a group needs a name and sites");
    assertThatThrownBy(() -> file("groups", List.of(Map.of("name", "P1", "sites", List.of()))))
        .hasMessageEndingWith(": name at least one call site");
  }

  @Test
  void a_list_where_one_value_belongs_is_refused() {
    assertThatThrownBy(() -> file("mode", List.of("off")))
        .hasMessage("bad option mode=[off] (file /etc/ssot.yaml): a single value is expected");
  }

  @Test
  void a_key_without_a_value_in_the_file_is_refused() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("allow", null);

    assertThatThrownBy(() -> Sources.none().withFile(content).read())
        .hasMessage(
            "bad option allow= (file /etc/ssot.yaml): the value is empty; leave the key out for its"
                + " default");
  }

  @Test
  void the_file_cannot_name_another_file() {
    assertThatThrownBy(() -> file("config", "other.yaml"))
        .hasMessage(
            "bad option config=other.yaml (file /etc/ssot.yaml): the file cannot name another one");
  }

  @Test
  void an_unreadable_file_says_why_in_one_line() {
    assertThatThrownBy(
            () ->
                Options.read(
                    "config=C:\\ssot.yaml",
                    Map.of(),
                    Map.of(),
                    path -> {
                      throw new IllegalStateException("bad indent\n  at line 3");
                    }))
        .hasMessage(
            "bad option config=C:\\ssot.yaml (agent argument): cannot be read:"
                + " IllegalStateException: bad indent at line 3");
  }

  @Test
  void one_holder_for_several_targets_is_refused() {
    assertThatThrownBy(() -> Sources.read("targets=a.X:a.Y,canonical=a.X#get()"))
        .hasMessage(
            "bad option canonical=a.X#get() (agent argument): with several targets name one per"
                + " target, in the file that config names");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter two", "hünter2000"})
  void a_bad_token_is_refused_and_not_shown(String token) {
    assertThatThrownBy(() -> Sources.read("http.token=" + token))
        .hasMessageStartingWith(
            "bad option http.token=(not shown) (agent argument): valid are 8 to")
        .message()
        .doesNotContain(token);
  }

  @Test
  void a_token_that_is_a_list_is_refused_and_not_shown() {
    assertThatThrownBy(() -> file("http.token", List.of("hunter2000")))
        .hasMessageStartingWith("bad option http.token=(not shown) (file /etc/ssot.yaml): ");
  }

  @Test
  void a_token_is_read_as_it_is_and_can_be_taken_back() throws OptionsException {
    assertThat(Sources.read("http.token=aZ09._~+/-==").httpToken()).isEqualTo("aZ09._~+/-==");
    assertThat(Sources.none().read().httpToken()).isNull();
    assertThat(
            Sources.none()
                .withEnvironment(Map.of("SSOT_HTTP_TOKEN", "hunter2000"))
                .withArguments("http.token=none")
                .read()
                .httpToken())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({"8085,,8085", "0,,0", "0.0.0.0:80,0.0.0.0,80", "my-host.b:1,my-host.b,1"})
  void an_http_address_has_a_port_and_perhaps_a_host(String text, String host, int port)
      throws OptionsException {
    var http = Sources.read("http=" + text).http();

    assertThat(http.isOff()).isFalse();
    assertThat(http.host()).isEqualTo(host);
    assertThat(http.port()).isEqualTo(port);
    assertThat(http).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "-1", "65536", ":80", "a:b:80", "::1:80", "http://a:80", "a:", "a"})
  void an_http_address_that_is_none_says_what_is_valid(String text) {
    assertThatThrownBy(() -> Sources.read("http=" + text))
        .hasMessage(
            "bad option http="
                + text
                + " (agent argument): valid are off, PORT, HOST:PORT,"
                + " [IPv6]:PORT, with a port from 0 to 65535");
  }

  @Test
  void a_long_value_is_cut() {
    assertThatThrownBy(() -> Sources.read("mode=" + "x".repeat(10_000)))
        .message()
        .hasSizeLessThan(300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "arguments=some | valid are keep, ignore, key",
        "configured=true | valid are keep, ignore",
        "jdk.hooks=true | valid are auto, false",
        "guard=close() | valid are names of methods, without parentheses, separated by ':'",
        "canonical.wait=0ms | valid is a duration such as 200ms, 60s, 5m or 2h, at least 1ms",
        "mode=enforced | valid are off, observe, dry-run, enforce, fail"
      })
  void a_bad_value_of_what_steers_enforce_says_what_is_valid(String argument, String valid) {
    assertThatThrownBy(() -> Sources.read(argument))
        .hasMessage("bad option " + argument + " (agent argument): " + valid);
  }

  @Test
  void foreign_variables_and_properties_are_only_noted() throws OptionsException {
    var options =
        Sources.none()
            .withProperties(Map.of("ssot.x", "1", "ssotx", "1", "mode", "bad"))
            .withEnvironment(Map.of("SSOT_PORT", "tcp://10.0.0.1", "SSOT_A", "1", "SSOT_E", ""))
            .read();

    assertThat(options.notes())
        .containsExactly(
            "ignored, no option has this name: [ssot.x]",
            "ignored, no option has this name: [SSOT_A, SSOT_PORT]");
    assertThat(options.mode()).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void a_target_without_a_package_is_noted() throws OptionsException {
    assertThat(Sources.read("targets=RedisManager").notes())
        .containsExactly(
            "targets (agent argument) names RedisManager without a package; write **.RedisManager to"
                + " find it in any package");
  }

  @Test
  void a_rhythm_without_a_report_is_noted() throws OptionsException {
    assertThat(Sources.read("report.every=60s").notes())
        .containsExactly("report.every (agent argument) has no effect without report");
  }

  @Test
  void what_another_place_overrides_in_the_file_is_noted() throws OptionsException {
    Options options =
        Options.read(
            "mode=observe,targets=com.acme.A:com.acme.B,config=ssot.yaml",
            Map.of("ssot.http.token", "the-secret-of-them-all"),
            Map.of(),
            path ->
                Map.of(
                    "mode",
                    "enforce",
                    "targets",
                    List.of("com.acme.A", "com.acme.B"),
                    "http.token",
                    "another-secret-of-theirs"));

    assertThat(options.notes())
        .containsExactly(
            "mode of file ssot.yaml has no effect: mode=observe (agent argument) overrides it",
            "http.token of file ssot.yaml has no effect: ssot.http.token=(not shown) (system"
                + " property) overrides it");
    assertThat(options.outsideFile())
        .containsExactlyInAnyOrder(Option.MODE, Option.TARGETS, Option.HTTP_TOKEN, Option.CONFIG);
  }

  private static Options file(String key, Object value) throws OptionsException {
    return Sources.none().withFile(Map.of(key, value)).read();
  }
}
