package dev.ssot.engine.metrics;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.metrics.bridge.ApplicationRegistry;
import dev.ssot.engine.policy.SitePolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Publishes the meters to the application's Micrometer registries, and to the agent's own scrape.
 */
public final class AgentMetrics {
  /** Binary name of the class whose constructor reports registries. */
  public static final String REGISTRY = ApplicationRegistry.TYPE;

  private static final long SECOND = 1_000;

  private final MeterReading reading;
  private final ApplicationRegistries registries;
  private final Scrape scrape;

  /** When the registries were last brought up to date; long ago at first. */
  private long last = Long.MIN_VALUE / 2;

  private volatile boolean ended;

  /**
   * @param churn returns what a call site adds to the churn of its target
   * @param registries of the application
   */
  public AgentMetrics(
      Targets targets,
      SitePolicy policy,
      ToDoubleFunction<Site> churn,
      AgentFigures agent,
      ApplicationRegistries registries) {
    this.reading = new MeterReading(targets, policy, churn, agent);
    this.registries = registries;
    this.scrape = new Scrape(reading);
  }

  /**
   * Shows all meters as of now, whether the application has a registry or not. May be called on any
   * thread.
   *
   * @param contentType of a format that Prometheus reads
   */
  public String scrape(String contentType) {
    return scrape.as(contentType, TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  }

  /**
   * Stops updating the application's registries as the JVM ends, so that their code cannot delay
   * the exit.
   */
  public void end() {
    ended = true;
  }

  /**
   * Removes the meters from the application's registries, once the thread that binds has ended.
   * Runs code of the application.
   *
   * @return the number of registries that did not let it
   */
  public int remove() {
    return registries.unbind();
  }

  /**
   * Brings the registries up to date, at most once a second, on a thread that does nothing else, as
   * code of the application runs there.
   *
   * @param now in milliseconds of a clock that never jumps
   */
  public void tick(long now) {
    if (!ended && !registries.isEmpty() && Math.abs(now - last) >= SECOND) {
      last = now;
      registries.bind(reading, now);
    }
  }
}
