package dev.ssot.demo;

import dev.ssot.demo.redis.RedisManager;
import dev.ssot.demo.server.EmbeddedRedis;
import dev.ssot.demo.server.RunDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** The chat service in this JVM, with the Redis that it uses; both end with the JVM. */
final class RunningService {
  /** 48 near caches of 4 MB, and what Spring needs. */
  private static final long HEAP_MEGABYTES = 300;

  private static final int CONNECT_MILLIS = 3_000;

  private final int port;
  private final String redis;

  private RunningService(int port, String redis) {
    this.port = port;
    this.redis = redis;
  }

  /**
   * Returns once the page can be opened.
   *
   * @throws DemoFailure when something is in the way that the user can put right
   */
  static RunningService start(DemoOptions options) {
    checkMemory();
    checkPort(options.port());
    RunDirectory directory = RunDirectory.create();
    try {
      return start(options, directory);
    } catch (RuntimeException e) {
      // Spring runs its handlers at the exit only after it has started.
      directory.close();
      throw e;
    }
  }

  private static RunningService start(DemoOptions options, RunDirectory directory) {
    SpringApplication.getShutdownHandlers().add(directory::close);
    String redis = redis(options, directory);
    System.setProperty(RedisManager.ADDRESS, redis);
    RunningService service = new RunningService(startSpring(options, directory), redis);
    System.out.printf(
        "chat: http://127.0.0.1:%d/ (health and metrics below /actuator), Redis: %s%n",
        service.port, redis);
    return service;
  }

  /** Where a WebSocket client finds the chat. */
  String chatUrl() {
    return "ws://127.0.0.1:" + port + "/chat";
  }

  /** One line on what the Redis server says about its clients. */
  String redisClients() {
    String info = RedisManager.getInstance().commands().info();
    return "Redis at %s: %s of %s clients connected, %s refused"
        .formatted(
            redis,
            value(info, "connected_clients"),
            value(info, "maxclients"),
            value(info, "rejected_connections"));
  }

  private static String redis(DemoOptions options, RunDirectory directory) {
    if (options.redis() != null) {
      checkReachable(options.redis());
      return options.redis();
    }
    EmbeddedRedis server = EmbeddedRedis.start(directory, options.redisMaxClients());
    // Runs after Spring has closed what still talks to the server, and before the directory goes.
    SpringApplication.getShutdownHandlers().add(server::close);
    return server.address();
  }

  private static int startSpring(DemoOptions options, RunDirectory directory) {
    List<String> args = new ArrayList<>();
    args.add("--server.port=" + options.port());
    args.add("--server.tomcat.basedir=" + directory.path().resolve("tomcat"));
    args.addAll(options.spring());
    try {
      return ((ServletWebServerApplicationContext)
              SpringApplication.run(ChatApplication.class, args.toArray(String[]::new)))
          .getWebServer()
          .getPort();
    } catch (RuntimeException | OutOfMemoryError e) {
      throw explained(e);
    }
  }

  private static DemoFailure explained(Throwable failure) {
    Throwable root =
        Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(failure), failure);
    if (root instanceof OutOfMemoryError) {
      return shortOfMemory(root);
    }
    return new DemoFailure("the service did not start: " + root, failure);
  }

  private static void checkMemory() {
    if (heapMegabytes() < HEAP_MEGABYTES) {
      throw shortOfMemory(null);
    }
  }

  private static DemoFailure shortOfMemory(Throwable cause) {
    return new DemoFailure(
        "memory is short: the heap may grow to %d MB, %d are needed; start with java -Xmx%dm"
            .formatted(heapMegabytes(), HEAP_MEGABYTES, HEAP_MEGABYTES + 20),
        cause);
  }

  private static long heapMegabytes() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  private static void checkPort(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new DemoFailure(
          "port %d cannot be used (%s); choose another with --port=PORT, 0 for any"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private static void checkReachable(String address) {
    int colon = address.lastIndexOf(':');
    int port = Integer.parseInt(address.substring(colon + 1));
    try (Socket probe = new Socket()) {
      probe.connect(new InetSocketAddress(address.substring(0, colon), port), CONNECT_MILLIS);
    } catch (IOException | IllegalArgumentException e) {
      throw new DemoFailure("no Redis answers at --redis=" + address + ": " + e.getMessage(), e);
    }
  }

  private static String value(String info, String name) {
    return info.lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("?");
  }
}
