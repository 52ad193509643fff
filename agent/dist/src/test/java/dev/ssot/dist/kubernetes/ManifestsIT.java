package dev.ssot.dist.kubernetes;

import static dev.ssot.dist.kubernetes.Manifests.at;
import static dev.ssot.dist.kubernetes.Manifests.list;
import static dev.ssot.dist.kubernetes.Manifests.load;
import static dev.ssot.dist.kubernetes.Manifests.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Option;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.config.YamlConfigReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files belong together, and pass the "restricted" profile with a root that is read-only. */
final class ManifestsIT {
  private static final Set<String> RESTRICTED_VOLUMES = Set.of("name", "emptyDir", "configMap");

  private final Map<String, Object> template =
      Manifests.podWith("patch.yaml", "options-unset.yaml");
  private final Object pod = template.get("spec");
  private final Map<String, Object> application = named(list(pod, "containers"), "chat");
  private final Map<String, Object> copies = named(list(pod, "initContainers"), "ssot-agent");

  @TempDir private Path temp;

  @Test
  void each_file_can_be_read_and_is_named_on_the_page() throws Exception {
    try (Stream<Path> files = Files.list(Manifests.FOLDER)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        assertThat(Manifests.text("README.md")).contains(name);
        if (name.matches(".*\\.yaml")) {
          assertThat(Manifests.documents(Files.readString(file))).as(name).isNotEmpty();
        }
      }
    }
  }

  @Test
  void every_container_is_restricted_and_writes_into_volumes_alone() {
    List<Map<String, Object>> containers = new ArrayList<>(list(pod, "containers"));
    containers.addAll(list(pod, "initContainers"));

    assertThat(containers).hasSize(2);
    containers.forEach(each -> assertRestricted(at(each, "securityContext")));
    assertThat(containers)
        .allSatisfy(
            each ->
                assertThat(at(each, "securityContext", "readOnlyRootFilesystem")).isEqualTo(true));
    assertThat(list(pod, "volumes"))
        .allSatisfy(each -> assertThat(RESTRICTED_VOLUMES).containsAll(each.keySet()));
    assertRestricted(at(load("debug-container.yaml"), "securityContext"));
  }

  /** What a container does not say, its pod says. */
  private void assertRestricted(Object context) {
    assertThat(at(context, "allowPrivilegeEscalation")).isEqualTo(false);
    assertThat(at(context, "capabilities", "drop")).isEqualTo(List.of("ALL"));
    assertThat(orOfPod(context, "runAsNonRoot")).isEqualTo(true);
    assertThat(at(orOfPod(context, "seccompProfile"), "type")).isEqualTo("RuntimeDefault");
    assertThat(at(context, "privileged")).isNull();
  }

  private Object orOfPod(Object context, String name) {
    Object own = at(context, name);
    return own == null ? at(pod, "securityContext", name) : own;
  }

  @Test
  void the_jar_goes_where_the_option_looks_for_it_and_cannot_be_written_there() {
    String folder = "/opt/ssot";
    assertThat(copies.get("args"))
        .isEqualTo(List.of("-f", "/ssot-agent.jar", folder + "/ssot-agent.jar"));
    assertThat(mount(copies, folder).get("name")).isEqualTo("ssot-agent");
    assertThat(mount(application, folder).get("name")).isEqualTo("ssot-agent");
    assertThat(mount(application, folder).get("readOnly")).isEqualTo(true);
    assertThat(at(named(list(pod, "volumes"), "ssot-agent"), "emptyDir")).isNotNull();
    for (String file : List.of("options-unset.yaml", "options-env-from.yaml", "options-env.json")) {
      assertThat(Manifests.text(file)).contains("-javaagent:" + folder + "/ssot-agent.jar");
    }
    for (String file : List.of("Containerfile", "debug.Containerfile")) {
      assertThat(Manifests.text(file))
          .contains("COPY --chmod=0444 ssot-agent.jar /ssot-agent.jar\n")
          .containsPattern("(?m)^USER [1-9]\\d+:[1-9]\\d+$");
    }
  }

  /** A file that is mounted by subPath never changes. */
  @Test
  void every_mount_has_its_volume_and_the_file_is_in_a_folder_that_is_mounted_whole() {
    Set<Object> volumes =
        list(pod, "volumes").stream().map(each -> each.get("name")).collect(Collectors.toSet());
    for (Map<String, Object> container : List.of(application, copies)) {
      assertThat(list(container, "volumeMounts"))
          .allSatisfy(each -> assertThat(volumes).contains(each.get("name")))
          .allSatisfy(each -> assertThat(each).doesNotContainKeys("subPath", "subPathExpr"));
    }
    Map<String, String> env = PodEnvironment.of(Map.of(), list(application, "env"));
    Path file = Path.of(env.get("SSOT_CONFIG"));
    Object volume = mount(application, file.getParent().toString()).get("name");
    Object source = at(named(list(pod, "volumes"), (String) volume), "configMap", "name");
    Map<String, Object> configMap = load("config-map.yaml");
    assertThat(source).isEqualTo(at(configMap, "metadata", "name"));
    assertThat(at(configMap, "data", file.getFileName().toString())).isNotNull();
  }

  private static Map<String, Object> mount(Map<String, Object> container, String path) {
    return list(container, "volumeMounts").stream()
        .filter(each -> path.equals(each.get("mountPath")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_agent_knows_every_option_and_changes_nothing_until_it_is_told_to() throws Exception {
    Set<String> variables =
        Stream.of(Option.values())
            .map(each -> "SSOT_" + each.key().replace('.', '_').toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    assertThat(PodEnvironment.of(Map.of(), list(application, "env")).keySet())
        .filteredOn(each -> each.startsWith("SSOT_"))
        .isNotEmpty()
        .isSubsetOf(variables);

    Options options = options();
    assertThat(options.mode()).isEqualTo(Mode.OBSERVE);
    assertThat(options.targets()).hasSize(1);
    assertThat(options.notes()).isEmpty();
  }

  private Options options() throws Exception {
    String yaml = (String) at(load("config-map.yaml"), "data", "ssot.yaml");
    Path file = Files.writeString(temp.resolve("ssot.yaml"), yaml);
    return Options.read("config=" + file, Map.of(), Map.of(), new YamlConfigReader());
  }

  @Test
  void prometheus_finds_the_port_that_the_agent_listens_on() throws Exception {
    List<Map<String, Object>> documents =
        Manifests.documents(Manifests.text("service-monitor.yaml"));
    Map<String, Object> service = documents.get(0);
    Map<String, Object> monitor = documents.get(1);
    Map<String, Object> servicePort = list(service, "spec", "ports").get(0);
    Map<String, Object> podPort = named(list(application, "ports"), "ssot");

    assertThat(asMap(at(template, "metadata", "labels")))
        .containsAllEntriesOf(asMap(at(service, "spec", "selector")));
    assertThat(asMap(at(service, "metadata", "labels")))
        .containsAllEntriesOf(asMap(at(monitor, "spec", "selector", "matchLabels")));
    assertThat(servicePort.get("targetPort")).isEqualTo(podPort.get("name"));
    assertThat(list(monitor, "spec", "endpoints").get(0).get("port"))
        .isEqualTo(servicePort.get("name"));
    Matcher http =
        Pattern.compile("http: 0\\.0\\.0\\.0:(\\d+)").matcher(Manifests.text("config-map.yaml"));
    assertThat(http.find()).isTrue();
    assertThat(podPort.get("containerPort")).isEqualTo(Integer.valueOf(http.group(1)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object node) {
    return (Map<String, Object>) node;
  }

  /** Whose metrics exist, as {@code MetricsDocumentTest} checks. */
  @Test
  void the_rules_are_those_of_the_page_on_monitoring() throws Exception {
    String rules = Files.readString(Manifests.FOLDER.resolve("../monitoring/ssot-alerts.yml"));

    assertThat(at(load("prometheus-rule.yaml"), "spec", "groups"))
        .isEqualTo(Manifests.documents(rules).get(0).get("groups"));
  }
}
