package dev.ssot.benchmarks.startup;

import java.nio.file.Path;
import java.util.List;

/** What watches the software that starts. */
enum Watcher {
  NOBODY("no agent"),
  /** An agent whose {@code premain} does nothing: what {@code -javaagent} itself costs. */
  EMPTY_AGENT("empty agent"),
  /** A target that the software does not have, so that only the prefilter runs. */
  SSOT_WITHOUT_MATCH("`ssot`, nothing matches"),
  /** A target that the software constructs. */
  SSOT("`ssot`, `observe`"),
  /** The first instance is shared. */
  SSOT_ENFORCE("`ssot`, `enforce`"),
  /** AspectJ on all classes, because it is not known where the call sites are. */
  ASPECTJ("AspectJ");

  private static final String FIRST = ",mode=enforce,canonical=first";

  private final String words;

  Watcher(String words) {
    this.words = words;
  }

  /** Tells whether it watches that software: only the service has an aspect. */
  boolean isAbout(Software software) {
    return this != ASPECTJ || software == Software.SERVICE;
  }

  /**
   * Returns the arguments with which the JVM is started.
   *
   * @param built where the benchmarks' jar is
   * @param compiled where {@link HelloWorld} was written to
   */
  List<String> jvmArguments(Software software, Path built, Path compiled, Path report) {
    String ssot = "-javaagent:" + built.resolve("../../dist/target/ssot-agent.jar").normalize();
    String watched = ssot + "=log=none,report=" + report + ",targets=" + software.target;
    return switch (this) {
      case NOBODY -> List.of();
      case EMPTY_AGENT -> List.of("-javaagent:" + compiled.resolve("empty-agent.jar"));
      case SSOT_WITHOUT_MATCH -> List.of(ssot + "=targets=com.acme.NoSuchClass,log=none");
      case SSOT -> List.of(watched);
      case SSOT_ENFORCE -> List.of(watched + FIRST);
      case ASPECTJ ->
          List.of(
              "-javaagent:" + built.resolve("aspectjweaver.jar"),
              "--add-opens=java.base/java.lang=ALL-UNNAMED",
              "-Dorg.aspectj.weaver.loadtime.configuration=META-INF/aspect-of-calls.xml");
    };
  }

  @Override
  public String toString() {
    return words;
  }
}
