package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.options.LogTarget.Kind;
import java.util.Locale;

/**
 * {@code auto}, {@code stderr}, {@code file:PATH} or {@code none}. Whether the file can be written
 * shows later, in the engine, which owns the log.
 */
final class LogType implements OptionType<LogTarget> {
  private static final String FILE = "file:";

  @Override
  public LogTarget parse(Setting setting) throws OptionsException {
    String text = setting.text();
    if (text.regionMatches(true, 0, FILE, 0, FILE.length()) && text.length() > FILE.length()) {
      return new LogTarget(Kind.FILE, text.substring(FILE.length()));
    }
    switch (text.toLowerCase(Locale.ROOT)) {
      case "auto":
        return new LogTarget(Kind.AUTO, null);
      case "stderr":
        return new LogTarget(Kind.STDERR, null);
      case "none":
        return new LogTarget(Kind.NONE, null);
      default:
        throw setting.bad("valid are auto, stderr, file:PATH, none");
    }
  }
}
