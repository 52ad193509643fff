package dev.ssot.cli.command;

import dev.ssot.bootstrap.options.Option;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.engine.config.YamlConfigReader;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The agent's options as those of a command: one for each key, out of the table that documents
 * them. They are read here as the agent will read them, so that a mistake is told in the terminal
 * and nothing is loaded for it.
 */
final class AgentOptions {
  private final Map<String, String> given = new LinkedHashMap<>();

  private AgentOptions() {}

  /** Adds an option for each key. */
  static void addTo(CommandSpec command) {
    for (Option option : Option.values()) {
      command.addOption(
          OptionSpec.builder("--" + option.key())
              .paramLabel("VALUE")
              .type(String.class)
              .description(description(option))
              .build());
    }
  }

  private static String description(Option option) {
    String text = option.meaning() + " Default: " + option.defaultText() + ".";
    return text.replace("`", "").replace("%", "%%");
  }

  /** Takes what was given. A file is named by its absolute path, as the process is elsewhere. */
  static AgentOptions of(ParseResult parsed) {
    AgentOptions options = new AgentOptions();
    for (Option option : Option.values()) {
      String value = parsed.matchedOptionValue("--" + option.key(), (String) null);
      if (value != null) {
        options.given.put(option.key(), absolute(option, value));
      }
    }
    return options;
  }

  private static String absolute(Option option, String value) {
    boolean isFile = option == Option.CONFIG && !value.equals("none") && !value.isEmpty();
    return isFile ? Paths.get(value).toAbsolutePath().normalize().toString() : value;
  }

  /** Tells whether nothing was given. */
  boolean isEmpty() {
    return given.isEmpty();
  }

  /** Returns them as the agent's arguments. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> each : given.entrySet()) {
      text.append(text.length() == 0 ? "" : ",").append(each.getKey()).append('=');
      text.append(each.getValue());
    }
    return text.toString();
  }

  /**
   * Reads them as the agent will.
   *
   * @throws Failure with the line that the agent would print
   */
  Options check() throws Failure {
    try {
      Options options =
          Options.read(
              text(),
              Collections.<String, String>emptyMap(),
              Collections.<String, String>emptyMap(),
              new YamlConfigReader());
      if (!options.enabled()) {
        throw new Failure(Failure.USAGE, "enabled=false: there is nothing to attach");
      }
      return options;
    } catch (OptionsException bad) {
      throw new Failure(Failure.USAGE, bad.getMessage(), bad);
    }
  }
}
