package dev.ssot.dist.safety;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.SameOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever of the agent throws, the application runs on as if there were no agent. Methods that a
 * run with the whole agent reaches are made to throw, one at a time: one per class and all of those
 * that every start runs; every one with {@code -Dbroken.all}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BrokenAgentIT {
  /** An answer that a broken agent never gives is not waited for longer than this. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Holds what the JVM calls and nothing else: nothing of ours stands around it. */
  private static final String ENTRY = "dev/ssot/bootstrap";

  private final Map<String, byte[]> classes = PackagedJar.classes();
  private final Scene observed = Scene.observed();
  private final Scene redirected = Scene.redirected();
  private final Scene handedOut = Scene.handedOut();
  private Scene watched;

  /** How each scene ends without the agent. */
  private final Map<Scene, ForkedJvm.Exit> plain = new HashMap<>();

  /** What each scene reaches. */
  private final Map<Scene, Set<BrokenJar.Fault>> reached = new HashMap<>();

  /** What is made to throw in each scene. */
  private final Map<Scene, List<BrokenJar.Fault>> faults = new HashMap<>();

  @TempDir private static Path temp;

  @BeforeAll
  void chooseFaults() throws IOException {
    watched = Scene.watched(Files.createDirectory(temp.resolve("classes")));
    Path tracing = temp.resolve("tracing.jar");
    BrokenJar.tracing(tracing, ours());
    for (Scene scene : List.of(observed, redirected, handedOut, watched)) {
      plain.put(scene, scene.withoutAgent());
      ForkedJvm.Exit traced = scene.run(tracing, Duration.ofSeconds(50));
      reached.put(scene, BrokenJar.reached(SameOutput.compare(plain.get(scene), traced).err()));
    }
    faults.put(observed, Faults.oneOfEachClass(reached.get(observed)));
    faults.put(redirected, Faults.ofRedirecting(reached.get(redirected), reached.get(observed)));
    Set<BrokenJar.Fault> before = new LinkedHashSet<>(reached.get(observed));
    before.addAll(reached.get(redirected));
    faults.put(handedOut, Faults.beyond(reached.get(handedOut), before));
    Set<BrokenJar.Fault> more = new LinkedHashSet<>(reached.get(watched));
    Set<String> broken = names(Stream.of(observed, redirected));
    more.removeIf(fault -> broken.contains(fault.className()));
    faults.put(watched, Faults.oneOfEachClass(more));
  }

  /** What runs in the application's JVM. */
  private Set<String> ours() {
    return classes.keySet().stream()
        .filter(name -> name.startsWith("dev/ssot/") || name.startsWith("java/lang/Ssot"))
        .filter(name -> !name.startsWith("dev/ssot/cli/") && !name.endsWith("/package-info"))
        .collect(toSet());
  }

  @Test
  void no_package_of_the_agent_is_left_whole() {
    Set<String> broken = names(Stream.of(observed, redirected, handedOut, watched));
    Set<String> all = packages(ours());

    assertThat(all.remove(ENTRY)).isTrue();
    assertThat(packages(broken)).isEqualTo(all).hasSizeGreaterThan(20);
  }

  private Set<String> names(Stream<Scene> scenes) {
    return scenes
        .flatMap(scene -> faults.get(scene).stream())
        .map(BrokenJar.Fault::className)
        .collect(toSet());
  }

  private static Set<String> packages(Set<String> names) {
    return names.stream()
        .map(name -> name.substring(0, name.lastIndexOf('/')))
        .collect(toCollection(TreeSet::new));
  }

  @Test
  void each_name_that_is_treated_apart_is_that_of_a_class_or_method_in_the_jar() {
    Set<String> names = new TreeSet<>();
    for (String name : ours()) {
      names.add(BrokenJar.simpleName(name));
      BrokenJar.methods(name, classes.get(name)).forEach(each -> names.add(each.simpleName()));
    }

    assertThat(names).containsAll(Faults.namesTreatedApart());
  }

  @Test
  void no_method_that_throws_reaches_an_application_that_is_observed() throws Exception {
    assertThat(faults.get(observed)).hasSizeGreaterThan(200);
    assertThat(findings(observed)).isEmpty();
  }

  @Test
  void no_method_that_throws_reaches_an_application_that_is_handed_objects() throws Exception {
    assertThat(names(Stream.of(handedOut))).contains("dev/ssot/engine/dispatch/FactoryLinks");
    assertThat(findings(handedOut)).isEmpty();
  }

  /** What is shared prints what was constructed apart. */
  @Test
  void no_method_that_throws_reaches_an_application_that_is_redirected() throws Exception {
    assertThat(faults.get(redirected)).hasSizeGreaterThan(50);
    assertThat(findings(redirected)).isEmpty();
  }

  @Test
  void no_method_that_throws_reaches_an_application_that_is_watched() throws Exception {
    assertThat(faults.get(watched)).hasSizeGreaterThan(30);
    assertThat(findings(watched)).isEmpty();
  }

  /** Where nothing of ours could catch, it is seen: the other tests would see it as well. */
  @Test
  void a_fault_that_reaches_the_application_is_found() throws IOException {
    assertThat(finding(observed, method("SsotAgent#premain"))).isNotNull();
    assertThat(finding(observed, method("Site#countConstruction"))).contains("broken on purpose");
  }

  private BrokenJar.Fault method(String name) {
    return reached.get(observed).stream()
        .filter(fault -> fault.simpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AgentStart",
        "Options",
        "PrefilterTransformer",
        "Engine",
        "ClassWeaver",
        "ReferenceLink",
        "StackReader",
        "JsonReport",
        "net/bytebuddy/jar/asm/ClassReader",
        "org/slf4j/LoggerFactory",
        "SsotDispatch"
      })
  void a_jar_without_a_class_or_with_half_of_it_harms_nobody(String name) throws IOException {
    String className =
        classes.keySet().stream()
            .filter(each -> each.equals(name) || isOurs(each, name))
            .reduce(
                (one, other) -> {
                  throw new AssertionError(one + " and " + other);
                })
            .orElseThrow();
    Path incomplete = temp.resolve("incomplete.jar");
    BrokenJar.without(incomplete, className);
    assertThat(finding(observed, incomplete)).isNull();

    Path truncated = temp.resolve("truncated.jar");
    BrokenJar.truncated(truncated, className);
    assertThat(finding(observed, truncated)).isNull();
    Files.delete(incomplete);
    Files.delete(truncated);
  }

  private boolean isOurs(String className, String simpleName) {
    return BrokenJar.simpleName(className).equals(simpleName) && ours().contains(className);
  }

  private List<String> findings(Scene scene) throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> findings = new ArrayList<>();
      for (BrokenJar.Fault fault : faults.get(scene)) {
        findings.add(two.submit(() -> finding(scene, fault)));
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

  private String finding(Scene scene, BrokenJar.Fault fault) throws IOException {
    Path folder = Files.createTempDirectory(temp, "fault");
    Path jar = folder.resolve("agent.jar");
    BrokenJar.write(jar, fault);
    String finding = finding(scene, jar);
    Files.delete(jar);
    return finding == null ? null : fault + ": " + finding;
  }

  /** Null if the application is as without the agent. */
  private String finding(Scene scene, Path jar) {
    ForkedJvm.Exit without = plain.get(scene);
    try {
      ForkedJvm.Exit with = scene.run(jar, PATIENCE);
      boolean same = with.code() == without.code() && with.out().equals(without.out());
      return same ? null : with.toString();
    } catch (AssertionError hangs) {
      return hangs.getMessage();
    }
  }
}
