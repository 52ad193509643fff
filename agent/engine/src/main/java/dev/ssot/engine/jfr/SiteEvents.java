package dev.ssot.engine.jfr;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.engine.ledger.ConstructionEvents;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.policy.SitePolicy;
import dev.ssot.engine.stack.Stopped;
import java.lang.invoke.MethodHandle;

/** Tells the flight recorder of constructions and redirects while it records. */
public final class SiteEvents implements ConstructionEvents {
  private final FlightRecording recording;
  private final SitePolicy policy;

  public SiteEvents(FlightRecording recording, SitePolicy policy) {
    this.recording = recording;
    this.policy = policy;
  }

  @Override
  public MethodHandle afterConstruction(Site site) {
    EventSink sink = recording.current();
    return sink == null ? null : sink.construction(site, facts(site));
  }

  @Override
  public MethodHandle afterRedirect(Site site) {
    EventSink sink = recording.current();
    return sink == null ? null : sink.redirect(site, facts(site));
  }

  @Override
  public void constructed(Site site) {
    try {
      EventSink sink = recording.current();
      if (sink != null) {
        sink.constructed(facts(site));
      }
    } catch (RuntimeException | Error failed) {
      Stopped.rethrow(failed);
      site.failed(failed);
    }
  }

  @Override
  public void redirected(Site site) {
    try {
      EventSink sink = recording.current();
      if (sink != null) {
        sink.redirected(facts(site));
      }
    } catch (RuntimeException | Error failed) {
      Stopped.rethrow(failed);
      site.failed(failed);
    }
  }

  private EventPayload facts(Site site) {
    String target = site.target.className;
    GroupOption group = policy.group(site.location);
    return new EventPayload(
        target,
        site.location,
        group == null ? null : group.name(),
        policy.mode(target, site.location).toString());
  }
}
