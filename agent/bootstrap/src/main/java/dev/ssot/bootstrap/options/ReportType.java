package dev.ssot.bootstrap.options;

/**
 * {@code -} or a file whose extension picks the format. An extension that picks none is refused at
 * start, because at exit nobody could mend it.
 */
final class ReportType implements OptionType<ReportTarget> {
  @Override
  public ReportTarget parse(Setting setting) throws OptionsException {
    String text = setting.text();
    if (text.equals("-")) {
      return new ReportTarget(ReportFormat.TEXT, null);
    }
    ReportFormat format = ReportFormat.ofFile(text);
    if (format == null) {
      throw setting.bad(
          "valid are - for stdout, or a file that ends in " + ReportFormat.extensions());
    }
    return new ReportTarget(format, text);
  }
}
