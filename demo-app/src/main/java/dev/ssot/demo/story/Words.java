package dev.ssot.demo.story;

import java.util.Locale;

/** Figures as people read them. */
final class Words {
  static final String NOT_MEASURED = "not measured";

  private static final double MEGABYTE = 1 << 20;

  private Words() {}

  static String of(Number value) {
    return value == null ? NOT_MEASURED : value.toString();
  }

  static String percent(double value) {
    return String.format(Locale.ROOT, "%.0f %%", value);
  }

  static String megabytes(Long bytes) {
    return bytes == null ? NOT_MEASURED : String.format(Locale.ROOT, "%.0f MB", bytes / MEGABYTE);
  }

  static String millis(Double value) {
    return value == null ? NOT_MEASURED : String.format(Locale.ROOT, "%.1f ms", value);
  }
}
