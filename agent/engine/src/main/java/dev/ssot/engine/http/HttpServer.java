package dev.ssot.engine.http;

import dev.ssot.bootstrap.options.HttpOption;
import dev.ssot.bootstrap.zone.AgentThreads;
import dev.ssot.engine.thread.RepeatedFailures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;

/**
 * Accepts connections, hands each to a thread of a small pool, and closes those that take too long,
 * so that a client that neither sends nor reads cannot hold a thread. All threads are daemons, so
 * the JVM exits as without the agent.
 */
public final class HttpServer implements Runnable {
  /** In milliseconds: how late an overdue connection may be closed at most. */
  private static final int BEAT = 500;

  private final HttpOption option;
  private final Routes routes;
  private final Logger log;
  private final HttpLimits limits;
  private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger threads = new AtomicInteger();
  private final RepeatedFailures failures;
  private final ThreadPoolExecutor pool;
  private volatile ServerSocket server;
  private volatile boolean closed;

  public HttpServer(HttpOption option, Routes routes, Logger log) {
    this(option, routes, log, HttpLimits.USUAL);
  }

  HttpServer(HttpOption option, Routes routes, Logger log, HttpLimits limits) {
    this.option = option;
    this.routes = routes;
    this.log = log;
    this.failures = new RepeatedFailures(log);
    this.limits = limits;
    this.pool =
        new ThreadPoolExecutor(
            limits.threads,
            limits.threads,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(limits.waiting),
            task -> AgentThreads.daemon("ssot-http-" + threads.incrementAndGet(), task));
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * Starts the server on a thread of its own and returns at once, as looking up the host may take
   * seconds.
   */
  public void start() {
    AgentThreads.daemon("ssot-http-accept", this).start();
  }

  @Override
  public void run() {
    try (ServerSocket socket = bind()) {
      server = socket;
      log.info("HTTP endpoint at {}", url(address()));
      while (!closed) {
        accept(socket);
        closeOverdue();
      }
    } catch (IOException | RuntimeException refused) {
      if (!closed) {
        log.warn(
            "no HTTP endpoint on http={} ({}); set another host or port", option, refused + "");
      }
    }
  }

  /** Closes the server permanently and aborts the answers in progress. */
  public void close() {
    closed = true;
    pool.shutdownNow();
    for (Exchange each : open) {
      each.close();
    }
    ServerSocket bound = server;
    if (bound != null) {
      try {
        bound.close();
      } catch (IOException alreadyClosed) {
        // as good as closed
      }
    }
  }

  /** Returns the address on which the server listens; null before it listens. */
  InetSocketAddress address() {
    ServerSocket bound = server;
    return bound == null ? null : (InetSocketAddress) bound.getLocalSocketAddress();
  }

  private static String url(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return "http://"
        + (host.indexOf(':') < 0 ? host : "[" + host + "]")
        + ":"
        + address.getPort()
        + "/";
  }

  private ServerSocket bind() throws IOException {
    InetAddress host =
        option.host() == null
            ? InetAddress.getLoopbackAddress()
            : InetAddress.getByName(option.host());
    ServerSocket socket = new ServerSocket(option.port(), limits.waiting, host);
    socket.setSoTimeout(BEAT);
    return socket;
  }

  private void accept(ServerSocket socket) throws IOException {
    try {
      handOver(socket.accept(), !socket.getInetAddress().isLoopbackAddress());
    } catch (SocketTimeoutException nobodyCame) {
      // time to close overdue connections
    } catch (IOException refused) {
      outOfFiles(refused);
    }
  }

  private void handOver(Socket connection, boolean beyondLoopback) {
    Exchange exchange = new Exchange(connection, beyondLoopback, routes, limits, this::failed);
    open.add(exchange);
    try {
      pool.execute(() -> perform(exchange));
    } catch (RejectedExecutionException full) {
      refuse(exchange);
    } catch (Throwable noThread) {
      refuse(exchange);
      failed(noThread);
    }
  }

  private void refuse(Exchange exchange) {
    exchange.close();
    open.remove(exchange);
  }

  private void perform(Exchange exchange) {
    try {
      exchange.run();
    } finally {
      open.remove(exchange);
    }
  }

  private void closeOverdue() {
    for (Exchange each : open) {
      if (each.isOverdue()) {
        each.close();
      }
    }
  }

  /**
   * Waits a moment. The process has no file descriptors left, and retrying at once would make it
   * worse for the application.
   */
  private void outOfFiles(IOException refused) throws IOException {
    if (closed || server.isClosed()) {
      throw refused;
    }
    failed(refused);
    try {
      Thread.sleep(BEAT);
    } catch (InterruptedException goesOn) {
      // only code of the application can have interrupted this thread
    }
  }

  private void failed(Throwable problem) {
    failures.warn("http", problem, "the HTTP endpoint failed; the application goes on");
  }
}
