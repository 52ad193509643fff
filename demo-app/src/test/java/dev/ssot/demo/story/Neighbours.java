package dev.ssot.demo.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * Three agents that services have in their JVMs, as the profile {@code neighbours} provides them,
 * with an aspect of our own for AspectJ.
 */
final class Neighbours {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** System property: where the profile puts their jars. */
  static final String JARS = "neighbours.jars";

  /** Compiled here, with AspectJ's own jar, which is on no class path of the build. */
  private static final String ASPECT =
      """
      package dev.ssot.neighbours;

      import java.util.concurrent.atomic.LongAdder;
      import org.aspectj.lang.annotation.Aspect;
      import org.aspectj.lang.annotation.Before;

      @Aspect
      public class Census {
        private static final LongAdder ASKED = new LongAdder();
        private static final LongAdder MADE = new LongAdder();

        static {
          Thread last =
              new Thread(() -> System.out.println("census: asked " + ASKED + ", made " + MADE));
          Runtime.getRuntime().addShutdownHook(last);
        }

        @Before("call(dev.ssot.demo.redis.RedisManager.new(..))")
        public void asked() { ASKED.increment(); }

        @Before("execution(dev.ssot.demo.redis.RedisManager.new(..))")
        public void made() { MADE.increment(); }
      }
      """;

  /** Lint: the loader of the aspect does not see the service, whose classes are in its own. */
  private static final String SETTINGS =
      """
      <aspectj>
        <aspects><aspect name="dev.ssot.neighbours.Census"/></aspects>
        <weaver options="-Xlint:ignore"><include within="dev.ssot..*"/></weaver>
      </aspectj>
      """;

  private final Path jars = Path.of(System.getProperty(JARS));
  private final Path directory;

  /** Writes and compiles the aspect to {@code directory}. */
  Neighbours(Path directory) throws IOException {
    this.directory = directory;
    Path settings = Files.createDirectories(aspects().resolve("META-INF"));
    Files.writeString(settings.resolve("aop.xml"), SETTINGS);
    compile(Files.writeString(directory.resolve("Census.java"), ASPECT));
  }

  /** What has to be on the class path of the service for AspectJ to find its aspect. */
  Path aspects() {
    return directory.resolve("aspects");
  }

  /**
   * They read and write files, and open no connection. JaCoCo knows its classes again only if
   * AspectJ has not changed them before, whether our agent is there or not.
   */
  List<String> options() {
    return List.of(
        "-javaagent:" + jar("opentelemetry-javaagent"),
        "-Dotel.traces.exporter=console",
        "-Dotel.metrics.exporter=none",
        "-Dotel.logs.exporter=none",
        "-javaagent:%s=destfile=%s,includes=dev.ssot.demo.*"
            .formatted(jar("org.jacoco.agent-runtime"), executed()),
        "-javaagent:" + jar("aspectjweaver"));
  }

  /** What JaCoCo's own command line makes of it, once the service has ended: messages and rows. */
  String coverage() throws IOException, InterruptedException {
    Path rows = directory.resolve("coverage.csv");
    Process process =
        new ProcessBuilder(
                JAVA,
                "-jar",
                jar("org.jacoco.cli-nodeps").toString(),
                "report",
                executed().toString(),
                "--classfiles=" + Path.of("target/classes").toAbsolutePath(),
                "--csv=" + rows)
            .redirectErrorStream(true)
            .start();
    String messages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError(messages);
    }
    return messages + Files.readString(rows);
  }

  private Path executed() {
    return directory.resolve("jacoco.exec");
  }

  private Path jar(String name) {
    return jars.resolve(name + ".jar");
  }

  private void compile(Path source) {
    String weaver = jar("aspectjweaver").toString();
    List<String> options =
        List.of("-proc:none", "-cp", weaver, "-d", aspects().toString(), source.toString());
    int failed =
        ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
    if (failed != 0) {
      throw new AssertionError("the aspect does not compile");
    }
  }
}
