package dev.ssot.demo.story;

import dev.ssot.demo.load.LoadPlan;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came of the act "enforce for all" with the neighbours in the same JVM.
 *
 * @param target the one of the agent's report
 * @param errors that the agent counts of itself, in the metrics of the service; null without them
 * @param coverage what JaCoCo says of it
 */
record Neighbourhood(
    Figures figures, JsonNode target, Double errors, String output, String coverage, int exitCode) {

  private static final Path AGENT = Path.of("../agent/dist/target/ssot-agent.jar");
  private static final Path DEMO = Path.of("target/demo-app.jar").toAbsolutePath();
  private static final String MAIN = "org.springframework.boot.loader.launch.JarLauncher";

  /** Plays it as the story does, with the agent in front of its neighbours or behind them. */
  static Neighbourhood observe(boolean agentFirst, LoadPlan load, Path directory) throws Exception {
    Neighbours neighbours = new Neighbours(directory);
    Path report = directory.resolve("report.json");
    Path log = directory.resolve("service.log");
    List<String> agent =
        List.of(
            "-javaagent:%s=config=%s,mode=enforce,report=%s"
                .formatted(AgentJar.find(AGENT), Path.of("ssot.yaml").toAbsolutePath(), report));
    List<String> agents = new ArrayList<>(neighbours.options());
    agents.addAll(agentFirst ? 0 : agents.size(), agent);

    Figures figures;
    Double errors;
    Service service = start(agents, neighbours.aspects(), directory, log);
    try (Stage stage = new Stage();
        Performance performance = new Performance(stage, load, service)) {
      figures = performance.play(Act.ALL);
      errors = service.page().metric("ssot_agent_errors_total");
    } finally {
      service.stop();
    }
    return new Neighbourhood(
        figures,
        new JsonMapper().readTree(report).get("targets").get(0),
        errors,
        Files.readString(log),
        neighbours.coverage(),
        service.process().exitValue());
  }

  /** The packaged service, and beside its jar what AspectJ is to weave in. */
  private static Service start(List<String> agents, Path aspects, Path temporary, Path log)
      throws Exception {
    Stream<String> java =
        Stream.of(Neighbours.JAVA, "-Djava.io.tmpdir=" + temporary, "-XX:TieredStopAtLevel=1");
    Stream<String> program =
        Stream.of("-cp", DEMO + File.pathSeparator + aspects, MAIN, "serve", "--port=0");
    List<String> command = Stream.of(java, agents.stream(), program).flatMap(part -> part).toList();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new Service(process, log);
  }
}
