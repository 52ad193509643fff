package dev.ssot.engine;

import dev.ssot.bootstrap.zone.StartContext;
import dev.ssot.engine.control.AgentMXBean;
import java.io.IOException;

/** What JMX clients reach. Calls come on threads of the application's JMX connectors. */
final class AgentBean implements AgentMXBean {
  private final StartContext context;
  private final Reports reports;

  AgentBean(StartContext context, Reports reports) {
    this.context = context;
    this.reports = reports;
  }

  @Override
  public String getVersion() {
    return context.version;
  }

  @Override
  public String getMode() {
    return context.options.mode().toString();
  }

  @Override
  public String report(String format) throws IOException {
    return reports.render(format);
  }
}
