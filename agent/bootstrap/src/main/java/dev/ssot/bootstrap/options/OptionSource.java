package dev.ssot.bootstrap.options;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The options that were set in one place: the arguments, the properties, the environment or the
 * file. An error of the source as a whole is kept until {@link #check()}, because {@code
 * enabled=false} must work beside any mistake.
 */
final class OptionSource {
  private final String origin;
  private final List<String> notes;
  private final Map<Option, RawValue> values = new EnumMap<>(Option.class);

  /** The first error of the source as a whole; null if there is none. */
  private OptionsException problem;

  private OptionSource(String origin, List<String> notes) {
    this.origin = origin;
    this.notes = notes;
  }

  /**
   * Reads the agent's arguments.
   *
   * @param text {@code key=value,key=value}; null if there are none
   */
  static OptionSource arguments(String text, List<String> notes) {
    OptionSource source = new OptionSource("agent argument", notes);
    if (text != null && !text.trim().isEmpty()) {
      for (int from = 0; from <= text.length(); ) {
        int comma = text.indexOf(',', from);
        int to = comma < 0 ? text.length() : comma;
        source.argument(text.substring(from, to).trim());
        from = to + 1;
      }
    }
    return source;
  }

  /**
   * Picks the system properties that are options.
   *
   * @param properties may contain others, which are ignored
   */
  static OptionSource properties(Map<String, String> properties, List<String> notes) {
    OptionSource source = new OptionSource("system property", notes);
    Map<String, Option> names = new HashMap<>();
    for (Option option : Option.values()) {
      names.put(option.property(), option);
    }
    source.named(properties, names, Option.PROPERTY_PREFIX);
    return source;
  }

  /**
   * Picks the environment variables that are options. One without a value counts as not set,
   * because charts and scripts cannot leave it out.
   */
  static OptionSource environment(Map<String, String> variables, List<String> notes) {
    OptionSource source = new OptionSource("environment variable", notes);
    Map<String, Option> names = new HashMap<>();
    for (Option option : Option.values()) {
      String value = variables.get(option.variable());
      if (value == null || !value.trim().isEmpty()) {
        names.put(option.variable(), option);
      }
    }
    source.named(variables, names, Option.VARIABLE_PREFIX);
    return source;
  }

  /**
   * Takes the content of the file that {@code config} names.
   *
   * @param content its keys may be of any type, as in YAML
   */
  static OptionSource file(String path, Map<?, ?> content, List<String> notes) {
    OptionSource source = new OptionSource("file " + path, notes);
    for (Map.Entry<?, ?> entry : content.entrySet()) {
      source.set(String.valueOf(entry.getKey()), entry.getValue());
    }
    RawValue config = source.get(Option.CONFIG);
    if (config != null) {
      source.fail(config.bad("the file cannot name another one"));
    }
    return source;
  }

  /** Returns the value of an option; null if it is not set here. */
  RawValue get(Option option) {
    return values.get(option);
  }

  /** Throws the error of the source as a whole, such as an unknown key. */
  void check() throws OptionsException {
    if (problem != null) {
      throw problem;
    }
  }

  /**
   * Takes everything behind the first {@code =} as the value, which may contain another {@code =}.
   */
  private void argument(String text) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      set(text.substring(0, equals).trim(), text.substring(equals + 1));
      return;
    }
    fail(
        new OptionsException(
            "bad option \""
                + OptionsException.oneLine(text)
                + "\" ("
                + origin
                + "): write key=value,key=value; separate the items of a list by colons; a value"
                + " with a comma goes into the file that config names"));
  }

  private void set(String key, Object value) {
    RawValue raw = new RawValue(key, value, origin, notes);
    Option option = Option.ofKey(key);
    if (option == null) {
      fail(raw.unknown(key, Option.keys()));
    } else if (values.containsKey(option)) {
      fail(raw.bad("it is set twice"));
    } else {
      values.put(option, raw);
    }
  }

  /**
   * Takes the values by name. Unknown names are only noted, as anyone may set properties and
   * variables.
   */
  private void named(Map<String, String> texts, Map<String, Option> names, String prefix) {
    // sorted, because the order of the environment is arbitrary
    TreeSet<String> unknown = new TreeSet<>();
    // the JDK has the classes of the keys in its archive, and not those of the entries
    for (String name : texts.keySet()) {
      Option option = names.get(name);
      if (option != null) {
        values.put(option, new RawValue(name, texts.get(name), origin, notes));
      } else if (name.startsWith(prefix) && !isEmpty(texts.get(name))) {
        unknown.add(name);
      }
    }
    if (!unknown.isEmpty()) {
      notes.add("ignored, no option has this name: " + new ArrayList<>(unknown));
    }
  }

  private static boolean isEmpty(String value) {
    return value == null || value.trim().isEmpty();
  }

  private void fail(OptionsException found) {
    if (problem == null) {
      problem = found;
    }
  }
}
