package dev.ssot.engine.http.endpoint;

import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.command.AgentCommands;
import dev.ssot.engine.http.HttpServer;
import dev.ssot.engine.metrics.AgentMetrics;
import dev.ssot.engine.thread.Chore;
import org.slf4j.Logger;

/**
 * Opens the HTTP server in the first turn of the agent's thread, if the option {@code http} is set.
 * Until then, none of its classes is loaded.
 */
public final class LazyHttpServer implements Chore {
  private final Options options;
  private final AgentCommands agent;
  private final AgentMetrics metrics;
  private final Logger log;
  private HttpServer listener;

  /** Whether the server was opened, or must not be opened any more. */
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

  /** Closes the server permanently; if it was not open yet, it never opens. */
  public synchronized void close() {
    done = true;
    if (listener != null) {
      listener.close();
    }
  }
}
