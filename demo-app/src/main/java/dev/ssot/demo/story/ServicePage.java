package dev.ssot.demo.story;

import dev.ssot.demo.DemoFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the service tells about itself over HTTP. */
final class ServicePage {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  ServicePage(String url) {
    this.url = url;
  }

  /** Where its users come in. */
  String chatUrl() {
    return url.replace("http:", "ws:") + "/chat";
  }

  /** The section {@code INFO clients} of the Redis server. */
  String redisClients() {
    return get("/redis/clients");
  }

  /** The value of a metric without labels, null when there is none of that name. */
  Double metric(String name) {
    return get("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Double.valueOf(line.substring(name.length() + 1)))
        .findFirst()
        .orElse(null);
  }

  /** The number behind {@code name} in what Redis said, null when there is none. */
  static Integer number(String info, String name) {
    return info.lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> Integer.valueOf(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElse(null);
  }

  private String get(String path) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build();
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new DemoFailure("the service does not answer at " + url + path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted at " + url + path, e);
    }
  }
}
