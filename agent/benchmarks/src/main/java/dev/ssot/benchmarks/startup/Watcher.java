package dev.ssot.benchmarks.startup;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What watches the service that starts. */
enum Watcher {
  NOBODY,
  /** A target that the service constructs. */
  SSOT,
  /** A target that the service does not have, so that only the prefilter runs. */
  SSOT_WITHOUT_MATCH,
  /** AspectJ on all classes, because it is not known where the call sites are. */
  ASPECTJ;

  /** Returns the arguments with which the service's JVM is started. */
  List<String> jvmArguments(Path target, Path report) {
    String ssot = "-javaagent:" + target.resolve("../../dist/target/ssot-agent.jar").normalize();
    return switch (this) {
      case NOBODY -> List.of();
      case SSOT ->
          List.of(ssot + "=targets=dev.ssot.startup.RedisManager,log=none,report=" + report);
      case SSOT_WITHOUT_MATCH -> List.of(ssot + "=targets=com.acme.NoSuchClass,log=none");
      case ASPECTJ ->
          List.of(
              "-javaagent:" + target.resolve("aspectjweaver.jar"),
              "--add-opens=java.base/java.lang=ALL-UNNAMED",
              "-Dorg.aspectj.weaver.loadtime.configuration=META-INF/aspect-of-calls.xml");
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
