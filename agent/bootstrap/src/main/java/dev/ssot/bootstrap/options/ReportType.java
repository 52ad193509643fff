package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.options.ReportTarget.Format;
import java.util.Locale;

/**
 * {@code -} or a file whose extension picks the format. An extension that picks none is refused at
 * start, because at exit nobody could mend it.
 */
final class ReportType implements OptionType<ReportTarget> {
  @Override
  public ReportTarget parse(Setting setting) throws OptionsException {
    String text = setting.text();
    if (text.equals("-")) {
      return new ReportTarget(Format.TEXT, null);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (Format format : Format.values()) {
      if (lower.endsWith(format.extension())) {
        return new ReportTarget(format, text);
      }
    }
    throw setting.bad("valid are - for stdout, or a file that ends in .txt, .json, .md or .html");
  }
}
