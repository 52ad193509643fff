package dev.ssot.demo;

import dev.ssot.demo.load.LoadClient;
import dev.ssot.demo.load.LoadReport;

/** The incident from the first to the last second: the service, users who come, what they get. */
final class Incident {
  private Incident() {}

  /** Ends the JVM: what watches it, if anything does, has its say at the exit. */
  static void show(DemoOptions options) {
    RunningService service = RunningService.start(options);
    LoadReport report = new LoadClient(options.load().at(service.chatUrl())).run();
    System.out.println(report.text());
    System.out.println(service.redisClients());
    System.exit(0);
  }
}
