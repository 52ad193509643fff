package dev.ssot.bootstrap.options;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the options once; an instance is used for one call of {@link #read}. It asks the sources
 * for each option, the most explicit first. Only the value that wins is checked, so that a bad one
 * in the environment can be overridden.
 */
final class OptionsReader {
  /**
   * The sources, the most explicit first. The file is last, and is added once it is known that
   * there is one.
   */
  private final List<OptionSource> sources = new ArrayList<>();

  /** The last of the sources; null if there is no file. */
  private OptionSource file;

  private final List<String> notes = new ArrayList<>();

  Options read(
      List<String> arguments,
      Map<String, String> properties,
      Map<String, String> environment,
      ConfigReader reader)
      throws OptionsException {
    for (String each : arguments) {
      sources.add(OptionSource.arguments(each, notes));
    }
    sources.add(OptionSource.properties(properties, notes));
    sources.add(OptionSource.environment(environment, notes));
    if (isSwitchedOff()) {
      return Options.off();
    }
    // a misspelt argument is reported before a file is read
    for (int i = 0; i < arguments.size(); i++) {
      sources.get(i).check();
    }
    String path = (String) value(Option.CONFIG);
    if (path != null) {
      file = OptionSource.file(path, content(path, reader), notes);
      sources.add(file);
      if (isSwitchedOff()) {
        return Options.off();
      }
      file.check();
    }
    return options();
  }

  /**
   * Tells whether the agent is switched off. Asked before anything is checked, because an agent
   * that is off must report no errors.
   */
  private boolean isSwitchedOff() {
    RawValue enabled = first(Option.ENABLED);
    return enabled != null && enabled.is("false");
  }

  /**
   * Reads the file. Whatever the reader throws is reported as an error of the user's file, not of
   * the agent.
   */
  private Map<String, Object> content(String path, ConfigReader reader) throws OptionsException {
    RawValue config = first(Option.CONFIG);
    try {
      Map<String, Object> content = reader.read(path);
      return content == null ? Collections.<String, Object>emptyMap() : content;
    } catch (Exception unreadable) {
      String why = unreadable.getMessage() == null ? "" : unreadable.getMessage();
      String kind = unreadable.getClass().getSimpleName();
      throw config.bad("cannot be read: " + OptionsException.oneLine(kind + ": " + why));
    }
  }

  private Options options() throws OptionsException {
    Map<Option, Object> values = new EnumMap<>(Option.class);
    for (Option option : Option.values()) {
      values.put(option, value(option));
    }
    if (values.get(Option.REPORT_EVERY) != null && values.get(Option.REPORT) == null) {
      first(Option.REPORT_EVERY).ignored("has no effect without report");
    }
    Options options = new Options(values, notes, outsideFile(), inFile());
    checkCanonical(options);
    return options;
  }

  /**
   * Returns the options whose values stand in a more explicit place than the file. Notes those that
   * the file says otherwise: whoever edits it would wait in vain.
   */
  private Set<Option> outsideFile() {
    Set<Option> outside = EnumSet.noneOf(Option.class);
    for (Option option : Option.values()) {
      RawValue winner = first(option);
      RawValue inFile = file == null ? null : file.get(option);
      if (winner != null && winner != inFile) {
        outside.add(option);
        if (inFile != null && !inFile.isSameAs(winner)) {
          inFile.overridden(option == Option.HTTP_TOKEN ? winner.hidden() : winner);
        }
      }
    }
    return outside;
  }

  /** Returns the options whose values are those of the file. */
  private Set<Option> inFile() {
    Set<Option> inFile = EnumSet.noneOf(Option.class);
    for (Option option : Option.values()) {
      RawValue winner = first(option);
      if (file != null && winner != null && winner == file.get(option)) {
        inFile.add(option);
      }
    }
    return inFile;
  }

  /** Refuses one holder for several classes, as it cannot hold the canonical instance of each. */
  private void checkCanonical(Options options) throws OptionsException {
    if (!options.canonical().isNamed() || options.targets().size() == 1) {
      return;
    }
    for (TargetOption target : options.targets()) {
      if (target.canonical() == null) {
        throw first(Option.CANONICAL)
            .bad("with several targets name one per target, in the file that config names");
      }
    }
  }

  /** Returns the value of the most explicit source. */
  private Object value(Option option) throws OptionsException {
    for (OptionSource source : sources) {
      RawValue value = source.get(option);
      if (value != null) {
        return option.parse(value);
      }
    }
    return option.defaultValue();
  }

  /** Returns the value that wins, unread; null if the option is not set. */
  private RawValue first(Option option) {
    for (OptionSource source : sources) {
      if (source.get(option) != null) {
        return source.get(option);
      }
    }
    return null;
  }
}
