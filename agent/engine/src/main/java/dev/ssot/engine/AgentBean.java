package dev.ssot.engine;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.zone.StartContext;
import dev.ssot.engine.control.AgentMXBean;
import dev.ssot.engine.redirect.ModeScope;
import dev.ssot.engine.redirect.ModeTable;
import dev.ssot.engine.redirect.Modes;
import java.io.IOException;
import java.util.List;

/** What JMX clients reach. Calls come on threads of the application's JMX connectors. */
final class AgentBean implements AgentMXBean {
  private final StartContext context;
  private final Reports reports;
  private final Modes modes;

  AgentBean(StartContext context, Reports reports, Modes modes) {
    this.context = context;
    this.modes = modes;
    this.reports = reports;
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
    ModeScope scope = ModeScope.of(orNull(target), orNull(group), orNull(sites));
    List<ModeTable.Setting> cleared = modes.set(scope, Mode.of(mode), "jmx");
    return scope
        + " is now "
        + mode
        + (cleared.isEmpty() ? "" : "; cleared " + cleared)
        + "; back to the default everywhere: mode observe";
  }

  /** JMX consoles send an empty text for what is left out. */
  private static String orNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  @Override
  public String report(String format) throws IOException {
    return reports.render(format);
  }
}
