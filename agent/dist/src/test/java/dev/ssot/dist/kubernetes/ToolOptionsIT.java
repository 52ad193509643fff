package dev.ssot.dist.kubernetes;

import static dev.ssot.dist.kubernetes.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.PackagedJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JAVA_TOOL_OPTIONS as each of the files makes it, read by a JVM. */
final class ToolOptionsIT {
  private static final String NAME = "JAVA_TOOL_OPTIONS";
  private static final String OWN = "-Dof.the.application=kept";

  @TempDir private Path temp;

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void where_nothing_was_set_the_agent_alone_is(Jdk jdk) throws Exception {
    assertRuns(jdk, environment(Map.of(), "patch.yaml", "options-unset.yaml"), false);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void to_what_a_config_map_brings_the_agent_is_appended(Jdk jdk) throws Exception {
    Map<String, String> envFrom = Map.of(NAME, OWN);
    assertRuns(jdk, environment(envFrom, "patch.yaml", "options-env-from.yaml"), true);
  }

  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void to_what_an_entry_sets_the_agent_is_appended_behind_it(Jdk jdk) throws Exception {
    List<Map<String, Object>> env = new ArrayList<>();
    env.add(Map.of("name", NAME, "value", OWN));
    env.add(Map.of("name", "SSOT_CONFIG", "value", "/etc/ssot/ssot.yaml"));
    assertRuns(jdk, PodEnvironment.of(Map.of(), renamed(env)), true);
  }

  /** The page says so: the pod does not come up, which is seen at the first one. */
  @ParameterizedTest
  @MethodSource("dev.ssot.dist.Jdks#oldestAndNewest")
  void where_there_is_nothing_to_append_to_no_jvm_starts(Jdk jdk) throws Exception {
    Map<String, String> env = environment(Map.of(), "patch.yaml", "options-env-from.yaml");

    ForkedJvm.Exit exit = run(jdk, env);

    assertThat(exit.code()).isNotZero();
    assertThat(exit.err()).contains("Unrecognized option: $(JAVA_TOOL_OPTIONS)");
  }

  private static Map<String, String> environment(Map<String, String> envFrom, String... patches) {
    Object pod = Manifests.podWith(patches).get("spec");
    return PodEnvironment.of(envFrom, list(list(pod, "containers").get(0), "env"));
  }

  /** Does what the JSON patch says to the entries of {@code env}. */
  private static List<Map<String, Object>> renamed(List<Map<String, Object>> env) throws Exception {
    List<Map<String, Object>> patched = new ArrayList<>(env);
    for (JsonNode each : new ObjectMapper().readTree(Manifests.text("options-env.json"))) {
      String path = each.get("path").asText();
      String value = each.get("value").asText();
      assertThat(path).startsWith("/spec/template/spec/containers/0/env/");
      switch (each.get("op").asText()) {
        case "test" -> assertThat(patched.get(0).get("name")).isEqualTo(value);
        case "replace" ->
            patched.set(0, Map.of("name", value, "value", patched.get(0).get("value")));
        case "add" -> {
          assertThat(path).endsWith("/-");
          patched.add(
              Map.of(
                  "name", each.at("/value/name").asText(),
                  "value", each.at("/value/value").asText()));
        }
        default -> throw new AssertionError(each);
      }
    }
    return patched;
  }

  private void assertRuns(Jdk jdk, Map<String, String> env, boolean appended) throws Exception {
    ForkedJvm.Exit exit = run(jdk, env);

    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err())
        .contains("Picked up JAVA_TOOL_OPTIONS: " + (appended ? OWN + " -javaagent:" : "-java"))
        .contains("mode observe, targets com.acme.redis.RedisManager");
  }

  /** The paths of the pod are those of this machine. */
  private ForkedJvm.Exit run(Jdk jdk, Map<String, String> env) throws Exception {
    String yaml = (String) Manifests.at(Manifests.load("config-map.yaml"), "data", "ssot.yaml");
    Path config = Files.writeString(temp.resolve("ssot.yaml"), yaml);
    ForkedJvm jvm = ForkedJvm.on(jdk);
    env.forEach(
        (name, value) ->
            jvm.withEnvironment(
                name,
                value
                    .replace("/opt/ssot/ssot-agent.jar", PackagedJar.path().toString())
                    .replace("/etc/ssot/ssot.yaml", config.toString())));
    return jvm.run("fixtures.life.Garbage", "2", "1", config.toString());
  }
}
