package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;

/** Makes a client for each request that it answers, and ends none. The test puts in the ports. */
public final class Service {
  private static final String URL = "http://127.0.0.1:8080/greeting";

  private Service() {}

  /** Serves on the port that is the only argument, until it is killed. */
  public static void main(String[] arguments) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    HttpServer server = HttpServer.create(address, 100);
    server.setExecutor(Executors.newFixedThreadPool(8));
    serve(server, "/lettuce", Service::askByLettuce);
    serve(server, "/apache", Service::askByApache);
    serve(server, "/threads/lettuce", () -> countThreads("lettuce-"));
    serve(server, "/threads/apache", () -> countThreads("httpclient-"));
    server.start();
  }

  private static String askByLettuce() {
    RedisClient client = RedisClient.create("redis://127.0.0.1:6379"); // site: lettuce
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return connection.sync().get("greeting");
    }
  }

  private static String askByApache() throws Exception {
    CloseableHttpAsyncClient client = HttpAsyncClients.createDefault(); // site: apache
    client.start();
    SimpleHttpRequest request = SimpleRequestBuilder.get(URL).build();
    return client.execute(request, null).get().getBodyText();
  }

  /** Counts the threads that live and whose name begins like that. */
  private static String countThreads(String name) {
    Thread[] threads = new Thread[10_000];
    int count = Thread.currentThread().getThreadGroup().enumerate(threads);
    return Long.toString(
        Arrays.stream(threads, 0, count).filter(each -> each.getName().startsWith(name)).count());
  }

  private static void serve(HttpServer server, String path, Answer answer) {
    server.createContext(path, exchange -> serve(exchange, answer));
  }

  private static void serve(HttpExchange exchange, Answer answer) throws IOException {
    int status = 200;
    String text;
    try {
      text = answer.get();
    } catch (Exception failed) {
      status = 500;
      text = failed.toString();
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private interface Answer {
    String get() throws Exception;
  }
}
