package dev.ssot.demo;

import dev.ssot.demo.load.LoadPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the command line asks for.
 *
 * @param redis {@code host:port} of an outside server, null for one of our own
 * @param agent the agent's jar, null for the one that the build makes
 * @param json where the story's figures go, null for nowhere
 * @param spring options with a dot in their name, which go to Spring Boot as they are
 */
record DemoOptions(
    Command command,
    int port,
    String redis,
    int redisMaxClients,
    LoadPlan load,
    Path agent,
    Path json,
    List<String> spring) {

  /** Room for 40 instances of 4 connections and 16 more, not for 48: see docs/demo.md. */
  static final int MAX_CLIENTS = 176;

  static final String HELP =
      """
      java -jar demo-app.jar [serve]      the chat service, until it is stopped
      java -jar demo-app.jar load         users for a service that runs
      java -jar demo-app.jar incident     service and users in one go, then the end
      java -jar demo-app.jar story        the same without the agent and in each mode of it, compared

        --port=8080                       where the page is; 0 takes a free one (incident: 0)
        --redis=HOST:PORT                 a Redis that runs already, instead of our own
        --redis-max-clients=%d           what our own Redis allows; 1000 is room for everybody
        --url=ws://127.0.0.1:8080/chat    load: the service to use
        --sessions=20 --messages=5        users at the same time, and what each of them says
        --agent=PATH                      story: the agent's jar
        --json=FILE                       story: writes the figures there as well"""
          .formatted(MAX_CLIENTS);

  /** The words that may stand first. */
  enum Command {
    SERVE,
    LOAD,
    INCIDENT,
    STORY,
    HELP
  }

  /** An option that there is not, or a value that it cannot have. */
  static final class Unknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unknown(String line) {
      super(line);
    }
  }

  static DemoOptions parse(String... args) {
    Map<String, String> values = new LinkedHashMap<>();
    List<String> spring = new ArrayList<>();
    Command command = Command.SERVE;
    for (int i = 0; i < args.length; i++) {
      String name = args[i].replaceFirst("=.*", "");
      if (i == 0 && !name.startsWith("--")) {
        command = commandOf(name);
      } else if (name.contains(".")) {
        spring.add(args[i]);
      } else {
        values.put(known(name), args[i].substring(Math.min(name.length() + 1, args[i].length())));
      }
    }
    return of(command, values, spring);
  }

  private static DemoOptions of(Command command, Map<String, String> values, List<String> spring) {
    String port = command == Command.INCIDENT ? "0" : "8080";
    return new DemoOptions(
        values.containsKey("--help") ? Command.HELP : command,
        number(values, "--port", port, 0, 65_535),
        address(values.get("--redis")),
        number(values, "--redis-max-clients", String.valueOf(MAX_CLIENTS), 1, 100_000),
        new LoadPlan(
            values.getOrDefault("--url", "ws://127.0.0.1:8080/chat"),
            number(values, "--sessions", "20", 1, 10_000),
            number(values, "--messages", "5", 0, 100_000)),
        path(values.get("--agent")),
        path(values.get("--json")),
        List.copyOf(spring));
  }

  private static Command commandOf(String word) {
    return Arrays.stream(Command.values())
        .filter(command -> command.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> new Unknown("no command " + word + "; try help"));
  }

  private static String known(String name) {
    TreeSet<String> names =
        new TreeSet<>(
            List.of(
                "--agent",
                "--help",
                "--json",
                "--messages",
                "--port",
                "--redis",
                "--redis-max-clients",
                "--sessions",
                "--url"));
    if (!names.contains(name)) {
      throw new Unknown("no option " + name + "; there are " + String.join(", ", names));
    }
    return name;
  }

  private static Path path(String value) {
    return value == null ? null : Path.of(value).toAbsolutePath();
  }

  private static String address(String redis) {
    if (redis != null && !redis.matches(".+:\\d{1,5}")) {
      throw new Unknown("--redis=" + redis + " is no HOST:PORT");
    }
    return redis;
  }

  private static int number(
      Map<String, String> values, String name, String otherwise, int least, int most) {
    String value = values.getOrDefault(name, otherwise);
    if (!value.matches("\\d{1,6}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw new Unknown("%s=%s is no number from %d to %d".formatted(name, value, least, most));
    }
    return Integer.parseInt(value);
  }
}
