package dev.ssot.dist.safety;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Which of the methods that are reached are made to throw. Names are without packages, which may be
 * arranged anew; each has to be in the jar.
 */
final class Faults {
  /** All methods of these that are reached, always. */
  private static final Set<String> EVERY_START =
      Set.of(
          "AgentStart",
          "JdkTool",
          "AgentClassLoader",
          "Console",
          "DispatchInstaller",
          "EngineStarter",
          "ExitHook",
          "PrefilterTransformer",
          "Zone",
          "TargetMatcher",
          "Engine",
          "TargetClassTransformer",
          "Instances",
          "Site",
          "Target",
          "UnaccountedConstructions",
          "EngineDispatch",
          "ReferenceLink",
          "SsotDispatch");

  /**
   * What the JVM, the JDK or woven code calls directly, with nothing of ours around it that could
   * catch: these either do next to nothing or are one {@code try}.
   */
  private static final Set<String> CANNOT_BE_CONTAINED =
      Set.of(
          "SsotAgent#premain",
          "SsotAgent#start",
          "SsotDispatch#construct",
          "SsotDispatch#constructor",
          "SsotDispatch#reference",
          "SsotDispatch#reflected",
          "SsotDispatch#original",
          "SsotDispatch#handle",
          "SsotDispatch#metafactory",
          "SsotDispatch#constructs",
          "SsotDispatch#calls",
          "SsotDispatch#asks",
          "SsotDispatch#answers",
          "SsotDispatch#answer",
          "SsotDispatch#made",
          "SsotDispatch#madeUnanswered",
          "SsotDispatch#linked",
          "SsotDispatch#hasStack",
          "SsotDispatch#deep",
          "SsotDispatch#mark",
          "SsotDispatch#markAnew",
          "SsotDispatch#isOwned",
          "SsotDispatch#slotOf",
          "SsotDispatch#markInner",
          "SsotDispatch#entered",
          "SsotDispatch#taken",
          "SsotDispatch#completed",
          "SsotDispatch#report",
          "SsotDispatch#isCountedAnew",
          "SsotDispatch#threw",
          "SsotDispatch#slot",
          "SsotDispatch#make",
          "SsotDispatch#orThrow",
          "PlainSite#markThread",
          "RunningRecordings#recordingStateChanged",
          "Site#countConstruction",
          "RedirectedSite#obtain",
          "RedirectedSite#constructed",
          "Answer#isToConstruct",
          "Answer#instance",
          "Answer#refusal");

  private Faults() {}

  /** Of classes, and of methods as {@code Type#method}. */
  static Set<String> namesTreatedApart() {
    return Stream.of(EVERY_START, CANNOT_BE_CONTAINED).flatMap(Set::stream).collect(toSet());
  }

  /** Every method of the classes of which redirecting reaches more than counting does. */
  static List<BrokenJar.Fault> ofRedirecting(
      Set<BrokenJar.Fault> redirected, Set<BrokenJar.Fault> observed) {
    Set<String> busier =
        redirected.stream()
            .filter(fault -> !observed.contains(fault))
            .map(BrokenJar.Fault::className)
            .collect(toSet());
    return redirected.stream()
        .filter(Faults::canBeContained)
        .filter(fault -> busier.contains(fault.className()))
        .toList();
  }

  /** Chooses all that other scenes do not reach. */
  static List<BrokenJar.Fault> beyond(Set<BrokenJar.Fault> reached, Set<BrokenJar.Fault> others) {
    return reached.stream()
        .filter(Faults::canBeContained)
        .filter(fault -> !others.contains(fault))
        .toList();
  }

  static List<BrokenJar.Fault> oneOfEachClass(Set<BrokenJar.Fault> reached) {
    Map<String, List<BrokenJar.Fault>> byClass =
        reached.stream()
            .filter(Faults::canBeContained)
            .sorted(Comparator.comparing(BrokenJar.Fault::toString))
            .collect(groupingBy(BrokenJar.Fault::className, TreeMap::new, toList()));
    return byClass.entrySet().stream()
        .flatMap(each -> everyMethod(each.getKey()) ? each.getValue().stream() : one(each))
        .toList();
  }

  private static boolean everyMethod(String className) {
    return EVERY_START.contains(BrokenJar.simpleName(className))
        || System.getProperty("broken.all") != null;
  }

  /** The same one each time. */
  private static Stream<BrokenJar.Fault> one(Map.Entry<String, List<BrokenJar.Fault>> methods) {
    int which = Math.floorMod(methods.getKey().hashCode(), methods.getValue().size());
    return Stream.of(methods.getValue().get(which));
  }

  private static boolean canBeContained(BrokenJar.Fault fault) {
    return !CANNOT_BE_CONTAINED.contains(fault.simpleName());
  }
}
