package dev.ssot.engine;

import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.engine.control.AgentMXBean;
import dev.ssot.engine.control.HeapComparison;
import dev.ssot.engine.control.TargetStatus;
import dev.ssot.engine.redirect.Modes;
import java.io.IOException;
import java.util.Map;
import javax.management.JMException;

/** What JMX clients reach. Calls come on threads of the application's JMX connectors. */
final class AgentBean implements AgentMXBean {
  private final StartContext context;
  private final Reports reports;
  private final Modes modes;
  private final SnapshotAssembler assembler;
  private final HeapComparisons heap;
  private final ModeCommand switching;

  AgentBean(
      StartContext context,
      Reports reports,
      Modes modes,
      SnapshotAssembler assembler,
      HeapComparisons heap) {
    this.context = context;
    this.assembler = assembler;
    this.heap = heap;
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
  public Map<String, TargetStatus> getTargets() {
    return TargetTable.status(assembler.take().targets);
  }

  @Override
  public Map<String, HeapComparison> heap() throws JMException {
    heap.compare();
    return TargetTable.heap(assembler.take().targets);
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
