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
  public static String get(RunningJvm running, String path) throws Exception {
    running.await(() -> address(running).find(), "HTTP endpoint");
    Matcher address = address(running);
    assertThat(address.find()).isTrue();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address.group(1) + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static Matcher address(RunningJvm running) {
    return ADDRESS.matcher(running.printed(0).err());
  }
}
