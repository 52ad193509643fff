package dev.ssot.dist.jar;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.dist.PackagedJar;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the jar shows to the application and what it hides from it. */
final class PackagedJarIT {
  private static final int JAVA_8 = 52;

  @Test
  void the_manifest_names_the_entry_points_and_asks_for_retransformation_alone() {
    Map<String, String> manifest = PackagedJar.manifest();

    assertThat(manifest.remove("Implementation-Version"))
        .matches(
            Pattern.quote(System.getProperty("packaged.version"))
                + " \\(([0-9a-f]{7,40}|unknown)\\)");
    assertThat(manifest)
        .containsOnly(
            entry("Manifest-Version", "1.0"),
            entry("Premain-Class", "dev.ssot.bootstrap.SsotAgent"),
            entry("Agent-Class", "dev.ssot.bootstrap.SsotAgent"),
            entry("Main-Class", "dev.ssot.bootstrap.Main"),
            entry("Can-Retransform-Classes", "true"),
            entry("Can-Redefine-Classes", "false"),
            entry("Can-Set-Native-Method-Prefix", "false"),
            entry("Implementation-Title", "ssot-agent"),
            entry("Sbom-Format", "CycloneDX"),
            entry("Sbom-Location", "META-INF/sbom/ssot-agent.cdx.json"));
  }

  @Test
  void the_classes_that_the_manifest_names_are_there() {
    Map<String, String> manifest = PackagedJar.manifest();

    assertThat(PackagedJar.visibleClasses().keySet())
        .contains(
            manifest.get("Premain-Class").replace('.', '/'),
            manifest.get("Main-Class").replace('.', '/'));
  }

  @Test
  void the_top_of_the_jar_is_the_bootstrap_zone_the_hidden_zone_and_the_papers() {
    assertThat(foldersBelow("", 1)).containsExactly("META-INF", "dev", PackagedJar.ZONE);
    assertThat(foldersBelow("META-INF/", 1))
        .containsExactly("LICENSE", "MANIFEST.MF", "NOTICE", "licenses", "sbom");
    assertThat(foldersBelow("dev/", 2)).containsExactly("ssot/bootstrap");
  }

  @Test
  void the_hidden_zone_holds_ours_the_dispatch_class_and_the_libraries_that_we_chose() {
    assertThat(hiddenFoldersBelow("", 1))
        .containsExactly("META-INF", "com", "dev", "io", "java", "net", "org", "picocli");
    assertThat(hiddenFoldersBelow("META-INF/", 1)).containsExactly("services");
    assertThat(hiddenFoldersBelow("com/", 3)).containsExactly("fasterxml/jackson/core");
    assertThat(hiddenFoldersBelow("dev/", 2))
        .isSubsetOf("ssot/cli", "ssot/engine", "ssot/definer")
        .contains("ssot/engine");
    assertThat(hiddenFoldersBelow("io/", 2))
        .containsExactly(
            "micrometer/common",
            "micrometer/core",
            "micrometer/prometheusmetrics",
            "prometheus/metrics");
    assertThat(hiddenFoldersBelow("java/", 2)).containsExactly("lang/SsotDispatch.class");
    assertThat(hiddenFoldersBelow("net/", 1)).containsExactly("bytebuddy");
    assertThat(hiddenFoldersBelow("org/", 2))
        .contains("slf4j/Logger.class", "snakeyaml/engine")
        .allMatch(name -> name.startsWith("slf4j/") || name.equals("snakeyaml/engine"));
  }

  @Test
  void nothing_that_should_be_hidden_is_visible() {
    assertThat(PackagedJar.visibleClasses().keySet())
        .isNotEmpty()
        .allMatch(name -> name.startsWith("dev/ssot/bootstrap/"));
  }

  @Test
  void no_entry_and_no_class_is_there_twice() {
    assertThat(PackagedJar.entries()).doesNotHaveDuplicates();
    assertThat(PackagedJar.visibleClasses().keySet())
        .doesNotContainAnyElementsOf(PackagedJar.hiddenClasses().keySet());
  }

  @Test
  void every_class_is_java_8_bytecode() {
    Map<String, Integer> newer = new TreeMap<>();
    PackagedJar.classes().forEach((name, file) -> newer.put(name, majorVersion(file)));
    newer.values().removeIf(version -> version <= JAVA_8);

    assertThat(newer).isEmpty();
  }

  @Test
  void each_library_comes_with_its_license() {
    assertThat(foldersBelow("META-INF/licenses/", 1))
        .contains(
            "byte-buddy-ASM-LICENSE",
            "byte-buddy-LICENSE",
            "byte-buddy-NOTICE",
            "jackson-core-FastDoubleParser-LICENSE",
            "jackson-core-LICENSE",
            "jackson-core-NOTICE",
            "jackson-core-Schubfach-LICENSE",
            "micrometer-LICENSE",
            "micrometer-NOTICE",
            "picocli-LICENSE",
            "prometheus-metrics-LICENSE",
            "slf4j-api-LICENSE",
            "snakeyaml-engine-LICENSE");
  }

  /** The first {@code depth} names of each path below a folder. */
  private static Set<String> foldersBelow(String folder, int depth) {
    return foldersBelow(PackagedJar.entries(), folder, depth);
  }

  private static Set<String> hiddenFoldersBelow(String folder, int depth) {
    return foldersBelow(PackagedJar.hidden().keySet(), folder, depth);
  }

  private static Set<String> foldersBelow(Collection<String> names, String folder, int depth) {
    return names.stream()
        .filter(name -> name.startsWith(folder))
        .map(name -> firstNames(name.substring(folder.length()), depth))
        .collect(toCollection(TreeSet::new));
  }

  private static String firstNames(String path, int count) {
    int end = -1;
    for (int seen = 0; seen < count; seen++) {
      end = path.indexOf('/', end + 1);
      if (end < 0) {
        return path;
      }
    }
    return path.substring(0, end);
  }

  private static int majorVersion(byte[] classFile) {
    return ByteBuffer.wrap(classFile).getShort(6);
  }
}
