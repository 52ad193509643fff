package dev.ssot.bootstrap.options;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes {@code docs/configuration.md}: prose from a template, facts from {@link Option} and from
 * the errors themselves.
 */
final class ConfigurationDocument {
  private static final String TEMPLATE = "configuration-template.md";
  private static final String HEADER = "| key | default | meaning |\n|---|---|---|\n";

  private ConfigurationDocument() {}

  static String generate() {
    return template()
        .replace("{{table}}", table())
        .replace("{{unknown}}", lineFor("tragets=com.acme.RedisManager"))
        .replace("{{bad}}", lineFor("report.every=60"));
  }

  private static String template() {
    try (var in = ConfigurationDocument.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String table() {
    return Arrays.stream(Option.values())
        .map(ConfigurationDocument::row)
        .collect(Collectors.joining("\n", HEADER, ""));
  }

  private static String row(Option option) {
    return "| `%s` | `%s` | %s |".formatted(option.key(), option.defaultText(), option.meaning());
  }

  private static String lineFor(String badArgument) {
    try {
      Options.read(badArgument, Map.of(), Map.of(), path -> null);
      throw new AssertionError(badArgument + " is no bad option");
    } catch (OptionsException refused) {
      return "[ssot] " + refused.getMessage() + "; the agent stays off";
    }
  }
}
