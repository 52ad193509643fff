package dev.ssot.dist.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback interface that says "hello" whatever it is asked for. */
final class Upstream implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private Upstream(HttpServer server) {
    this.server = server;
  }

  static Upstream start() throws IOException {
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Upstream upstream = new Upstream(HttpServer.create(free, 100));
    upstream.server.createContext("/", Upstream::answer);
    upstream.server.setExecutor(upstream.threads);
    upstream.server.start();
    return upstream;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] hello = "hello".getBytes(UTF_8);
    exchange.sendResponseHeaders(200, hello.length);
    exchange.getResponseBody().write(hello);
    exchange.close();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
