package dev.ssot.engine;

import dev.ssot.bootstrap.zone.StartContext;
import dev.ssot.engine.control.AgentMXBean;
import dev.ssot.engine.redirect.Modes;
import java.io.IOException;

/** What JMX clients reach. Calls come on threads of the application's JMX connectors. */
final class AgentBean implements AgentMXBean {
  private final StartContext context;
  private final Reports reports;
  private final Modes modes;
  private final ModeCommand switching;

  AgentBean(StartContext context, Reports reports, Modes modes, SnapshotAssembler assembler) {
    this.context = context;
    this.modes = modes;
    this.reports = reports;
    this.switching = new ModeCommand(modes, assembler);
  }

  @Override
  public String getVersion() {
    return context.version;
  }

  @Override
  public String getMode() {
    return modes.table().ofAll().toString();
  }

  @Override
  public String mode(String mode, String target, String group, String sites) {
    return switching.perform(mode, target, group, sites, "", "jmx");
  }

  @Override
  public String mode(String mode, String target, String group, String sites, String time) {
    return switching.perform(mode, target, group, sites, time, "jmx");
  }

  @Override
  public String report(String format) throws IOException {
    return reports.render(format);
  }
}
