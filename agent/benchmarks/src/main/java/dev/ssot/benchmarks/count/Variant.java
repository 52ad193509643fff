package dev.ssot.benchmarks.count;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What watches the JVM that is measured. */
public enum Variant {
  BARE,
  /** The agent as it is by default, beyond the number of instances that it follows. */
  SSOT,
  /** The agent that follows no instance at all. */
  SSOT_UNTRACKED,
  /** Counts by call site. */
  ASPECTJ_CALLS,
  /** Counts by call site, and in the constructor, which reflection cannot avoid. */
  ASPECTJ,
  /** The agent redirects from the start, and counts. */
  SSOT_ENFORCE,
  /** The agent redirects and counts, after ten switches of the mode. */
  SSOT_SWITCHED,
  /** Redirects, and does not count. */
  ASPECTJ_AROUND,
  /** Redirects, and counts by call site. */
  ASPECTJ_AROUND_COUNTED,
  /** The agent looks at calls that return a target. */
  SSOT_CALLS,
  /** The agent redirects calls that were seen to make one. */
  SSOT_CALLS_SHARED;

  private static final String PROPERTY = "benchmarks.variant";

  /** All is in one jar, which JMH starts: what is the application has to be said. */
  private static final String APPLICATION = ",application=dev.ssot.benchmarks.*,log=none";

  private static final String REDIRECT =
      "=targets=dev.ssot.benchmarks.Shared,mode=enforce" + APPLICATION;
  private static final String TARGETS = "targets=dev.ssot.benchmarks.Target" + APPLICATION;
  private static final String CALLS =
      "=targets=dev.ssot.benchmarks.library.Pool:dev.ssot.benchmarks.library.Client" + APPLICATION;

  /** Returns the variant that this JVM was started as. */
  static Variant ofThisJvm() {
    return valueOf(System.getProperty(PROPERTY));
  }

  /**
   * Returns the arguments with which the JVM to be measured is started.
   *
   * @param ssot the agent's jar
   * @param aspectj the jar of AspectJ's load-time weaver
   */
  public List<String> jvmArguments(Path ssot, Path aspectj) {
    String name = "-D" + PROPERTY + "=" + name();
    String weaver = "-javaagent:" + aspectj;
    String rules = "-Dorg.aspectj.weaver.loadtime.configuration=META-INF/";
    return switch (this) {
      case BARE -> List.of(name);
      case SSOT -> List.of(name, "-javaagent:" + ssot + "=" + TARGETS);
      case SSOT_UNTRACKED -> List.of(name, "-javaagent:" + ssot + "=" + TARGETS + ",live.limit=0");
      case ASPECTJ_CALLS -> List.of(name, weaver, rules + "aspect-of-calls.xml", OPEN);
      case ASPECTJ -> List.of(name, weaver, rules + "aspects-of-calls-and-constructors.xml", OPEN);
      case SSOT_ENFORCE, SSOT_SWITCHED -> List.of(name, "-javaagent:" + ssot + REDIRECT);
      case ASPECTJ_AROUND -> List.of(name, weaver, rules + "aspect-around.xml", OPEN);
      case ASPECTJ_AROUND_COUNTED ->
          List.of(name, weaver, rules + "aspect-around-counted.xml", OPEN);
      case SSOT_CALLS -> List.of(name, "-javaagent:" + ssot + CALLS);
      case SSOT_CALLS_SHARED ->
          List.of(name, "-javaagent:" + ssot + CALLS + ",mode=enforce,share=site");
    };
  }

  /**
   * Tells whether this variant takes part in that benchmark: some measure redirects or calls that
   * make nothing, the others measure counting.
   */
  public boolean isAbout(String benchmark) {
    return switch (this) {
      case BARE -> true;
      case SSOT_ENFORCE, SSOT_SWITCHED, ASPECTJ_AROUND, ASPECTJ_AROUND_COUNTED ->
          benchmark.startsWith("Redirect");
      case SSOT_CALLS, SSOT_CALLS_SHARED -> benchmark.startsWith("Getter");
      case SSOT, SSOT_UNTRACKED, ASPECTJ_CALLS, ASPECTJ ->
          !benchmark.startsWith("Redirect") && !benchmark.startsWith("Getter");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The weaver of AspectJ defines classes by a method that the modules hide from it. */
  private static final String OPEN = "--add-opens=java.base/java.lang=ALL-UNNAMED";
}
