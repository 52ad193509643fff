package dev.ssot.engine.http.endpoint;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.command.AgentCommands;
import dev.ssot.engine.http.HttpServer;
import dev.ssot.engine.metrics.AgentMetrics;
import dev.ssot.engine.thread.Chore;
import org.slf4j.Logger;

/**
 * Opens the HTTP endpoint in the first turn of the agent's thread, if there is to be one: until
 * then none of its classes is loaded.
 */
public final class LazyHttpServer implements Chore {
  private final Options options;
  private final AgentCommands agent;
  private final AgentMetrics metrics;
  private final Logger log;
  private HttpServer listener;

  /** Opened, or never to be. */
  private boolean done;

  public LazyHttpServer(Options options, AgentCommands agent, AgentMetrics metrics, Logger log) {
    this.options = options;
    this.agent = agent;
    this.metrics = metrics;
    this.log = log;
    this.done = options.http().isOff();
  }

  @Override
  public synchronized void perform(long now) {
    if (!done) {
      done = true;
      listener = new HttpServer(options.http(), HttpRoutes.of(options, agent, metrics), log);
      listener.start();
    }
  }

  /** For good, whether it was open or not. */
  public synchronized void close() {
    done = true;
    if (listener != null) {
      listener.close();
    }
  }
}
