package dev.ssot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the agent's HTTP endpoint in a JVM that logs its address on stderr. */
public final class ServedJvm {
  private static final Pattern ADDRESS = Pattern.compile("HTTP endpoint at (http://\\S+/)");

  private ServedJvm() {}

  /** Returns the body, as soon as the endpoint is open. */
  public static String get(RunningJvm running, String path, String... headers) throws Exception {
    return send(request(running, path, headers).build()).body();
  }

  /** Sends a form as {@code curl -d} does, with the token if there is one. */
  public static HttpResponse<String> post(
      RunningJvm running, String path, String token, String form) throws Exception {
    HttpRequest.Builder request =
        request(running, path, "Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return send(
        token == null
            ? request.build()
            : request.header("Authorization", "Bearer " + token).build());
  }

  /** Returns {@code http://127.0.0.1:PORT/}, as soon as the endpoint is open. */
  public static String url(RunningJvm running) {
    running.await(() -> address(running).find(), "HTTP endpoint");
    Matcher address = address(running);
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  private static HttpRequest.Builder request(RunningJvm running, String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(running) + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static Matcher address(RunningJvm running) {
    return ADDRESS.matcher(running.printed(0).err());
  }
}
