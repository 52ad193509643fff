package dev.ssot.dist.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdks;
import dev.ssot.dist.PackagedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever of the agent throws, the application runs on as if there were no agent. One method per
 * class and all of those that every start runs; every method with {@code -Dbroken.all}.
 */
final class BrokenAgentIT {
  private static final String SHOP = "fixtures.life.Shop";

  /** What runs between the JVM and the application, or within its threads. */
  private static final Pattern BROKEN =
      Pattern.compile(
          "dev/ssot/(bootstrap|zone)/.*|java/lang/SsotDispatch"
              + "|dev/ssot/engine/(\\w+|(dispatch|detect|redirect|weave|logging|report|control)/.*)");

  /** What a redirected call site calls directly: each is one {@code try}, or less than that. */
  private static final Pattern LINKED =
      Pattern.compile(
          "dev\\.ssot\\.engine\\.dispatch\\.RedirectedSite#(isOpen|obtain|constructed)\\(.*");

  /** What runs within the application's threads only once constructions are redirected. */
  private static final Pattern REDIRECTING =
      Pattern.compile(
          "dev/ssot/engine/(dispatch/(Answers|ConstructionHandles|ConstructionSite|JdkAnswers"
              + "|RedirectedSite|ReflectiveArguments|WrappedHandles)"
              + "|redirect/(Anchor|Canonical|Canonicals|FirstTurn|Redirects|guard/(Guard|SharedInstances))"
              + "|detect/(Counter|StackSites)|JdkHooks|Redirecting)");

  /** All their methods, always. */
  private static final Set<String> EVERY_START =
      Set.of(
          "dev/ssot/bootstrap/start/AgentStart",
          "dev/ssot/bootstrap/start/JdkTool",
          "dev/ssot/bootstrap/zone/AgentClassLoader",
          "dev/ssot/bootstrap/zone/Console",
          "dev/ssot/bootstrap/zone/DispatchInstaller",
          "dev/ssot/bootstrap/start/EngineStarter",
          "dev/ssot/bootstrap/start/ExitHook",
          "dev/ssot/bootstrap/start/PrefilterTransformer",
          "dev/ssot/bootstrap/zone/Zone",
          "dev/ssot/bootstrap/filter/TargetMatcher",
          "dev/ssot/engine/Engine",
          "dev/ssot/engine/ClassWeaving",
          "dev/ssot/engine/detect/Instances",
          "dev/ssot/engine/detect/Site",
          "dev/ssot/engine/detect/Target",
          "dev/ssot/engine/detect/UnaccountedConstructions",
          "dev/ssot/engine/dispatch/EngineDispatch",
          "dev/ssot/engine/dispatch/ReferenceLink",
          "java/lang/SsotDispatch");

  /**
   * What the JVM or woven code calls directly, with nothing of ours around it that could catch:
   * these either do next to nothing or are one {@code try}.
   */
  private static final Pattern CANNOT_BE_CONTAINED =
      Pattern.compile(
          "dev\\.ssot\\.bootstrap\\.SsotAgent#premain.*"
              + "|java\\.lang\\.SsotDispatch#(construct|constructed|reference|metafactory|mark"
              + "|unmark|entered|completed|slot|make)\\(.*"
              + "|dev\\.ssot\\.engine\\.detect\\.Site#(countConstruction|beforeReference)\\(.*");

  private final ForkedJvm.Exit without = ForkedJvm.on(Jdks.running()).run(SHOP, "exit");

  /** Lines of the configuration. */
  private String options = "stacks: 2";

  @TempDir private Path temp;

  @Test
  void no_method_that_throws_reaches_the_application() throws Exception {
    assertThat(without.code()).isEqualTo(7);
    assertThat(findings(faults())).isEmpty();
  }

  /** Redirecting runs more of the agent; what is shared prints what was constructed apart. */
  @Test
  void no_method_that_throws_reaches_an_application_that_is_redirected() throws Exception {
    options = "mode: enforce\ncanonical: first";
    List<BrokenJar.Fault> faults = new ArrayList<>();
    for (Map.Entry<String, byte[]> each : PackagedJar.classes().entrySet()) {
      if (REDIRECTING.matcher(each.getKey()).matches()) {
        faults.addAll(BrokenJar.methods(each.getKey(), each.getValue()));
      }
    }
    faults.removeIf(fault -> LINKED.matcher(fault.toString()).matches());

    assertThat(faults).hasSizeGreaterThan(50);
    assertThat(findings(faults)).isEmpty();
  }

  /** Where nothing of ours could catch, it is seen: the other test would see it as well. */
  @Test
  void a_fault_that_reaches_the_application_is_found() throws IOException {
    String agent = "dev/ssot/bootstrap/SsotAgent";
    String site = "dev/ssot/engine/detect/Site";

    assertThat(finding(method(agent, "premain"))).isNotNull();
    assertThat(finding(method(site, "countConstruction"))).contains("broken on purpose");
  }

  private static BrokenJar.Fault method(String className, String name) {
    return BrokenJar.methods(className, PackagedJar.classes().get(className)).stream()
        .filter(fault -> fault.method().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev/ssot/bootstrap/start/AgentStart",
        "dev/ssot/bootstrap/options/Options",
        "dev/ssot/bootstrap/start/PrefilterTransformer",
        "dev/ssot/engine/Engine",
        "dev/ssot/engine/weave/ClassWeaver",
        "dev/ssot/engine/dispatch/ReferenceLink",
        "dev/ssot/engine/detect/StackReader",
        "dev/ssot/engine/report/JsonReport",
        "net/bytebuddy/jar/asm/ClassReader",
        "org/slf4j/LoggerFactory",
        "java/lang/SsotDispatch"
      })
  void a_jar_without_a_class_or_with_half_of_it_harms_nobody(String className) throws IOException {
    Path incomplete = temp.resolve("incomplete.jar");
    BrokenJar.without(incomplete, className);
    assertThat(finding(incomplete)).isNull();

    Path truncated = temp.resolve("truncated.jar");
    BrokenJar.truncated(truncated, className);
    assertThat(finding(truncated)).isNull();
  }

  private static List<BrokenJar.Fault> faults() {
    List<BrokenJar.Fault> faults = new ArrayList<>();
    for (Map.Entry<String, byte[]> each : PackagedJar.classes().entrySet()) {
      String name = each.getKey();
      if (BROKEN.matcher(name).matches()) {
        List<BrokenJar.Fault> methods = new ArrayList<>(BrokenJar.methods(name, each.getValue()));
        methods.removeIf(fault -> CANNOT_BE_CONTAINED.matcher(fault.toString()).matches());
        faults.addAll(everyMethod(name) ? methods : one(methods));
      }
    }
    return faults;
  }

  private static boolean everyMethod(String className) {
    return EVERY_START.contains(className) || System.getProperty("broken.all") != null;
  }

  /** The same one each time. */
  private static List<BrokenJar.Fault> one(List<BrokenJar.Fault> methods) {
    int size = methods.size();
    return size == 0
        ? methods
        : List.of(methods.get(Math.floorMod(methods.get(0).className().hashCode(), size)));
  }

  private List<String> findings(List<BrokenJar.Fault> faults) throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> findings = new ArrayList<>();
      for (BrokenJar.Fault fault : faults) {
        findings.add(two.submit(() -> finding(fault)));
      }
      return findings.stream().map(BrokenAgentIT::result).filter(Objects::nonNull).toList();
    } finally {
      two.shutdownNow();
    }
  }

  private static String result(Future<String> finding) {
    try {
      return finding.get();
    } catch (ExecutionException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private String finding(BrokenJar.Fault fault) throws IOException {
    Path folder = Files.createTempDirectory(temp, "fault");
    Path jar = folder.resolve("agent.jar");
    BrokenJar.write(jar, fault);
    String finding = finding(jar);
    Files.delete(jar);
    return finding == null ? null : fault + ": " + finding;
  }

  /** Null if the application is as without the agent. */
  private String finding(Path jar) throws IOException {
    Path config = jar.resolveSibling("ssot.yaml");
    Files.writeString(
        config,
        """
        targets: [{class: fixtures.life.Pool}]
        allow: ["com.acme.**"]
        groups: [{name: the shop, priority: 1, sites: ["fixtures.life.*#main"]}]
        log: stderr
        report: %s
        %s
        """
            .formatted(jar.resolveSibling("report.json"), options));
    try {
      ForkedJvm.Exit with =
          ForkedJvm.on(Jdks.running())
              .within(Duration.ofSeconds(30))
              .withAgent(jar, "config=" + config)
              .run(SHOP, "exit");
      boolean same = with.code() == without.code() && with.out().equals(without.out());
      return same ? null : with.toString();
    } catch (AssertionError hangs) {
      return hangs.getMessage();
    }
  }
}
