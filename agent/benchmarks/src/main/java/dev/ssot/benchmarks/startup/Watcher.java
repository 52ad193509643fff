package dev.ssot.benchmarks.startup;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Who watches the service that starts. */
enum Watcher {
  NOBODY,
  /** A target that the service constructs. */
  SSOT,
  /** A target that it has not: the prefilter alone. */
  SSOT_WITHOUT_MATCH,
  /** On all classes, because whoever looks for call sites does not know where they are. */
  ASPECTJ;

  /** What the service's JVM is started with. */
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
