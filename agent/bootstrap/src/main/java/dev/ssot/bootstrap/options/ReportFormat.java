package dev.ssot.bootstrap.options;

import java.util.Locale;

/**
 * The formats of a report, each with its name in commands and addresses, its file extensions and
 * its media type. The engine has a view for each.
 */
public enum ReportFormat {
  TEXT(".txt", "text/plain; charset=utf-8"),
  JSON(".json", "application/json"),
  MARKDOWN(".md", "text/markdown; charset=utf-8"),
  HTML(".html", "text/html; charset=utf-8");

  private final String extension;
  private final String mediaType;

  ReportFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /**
   * Finds a format by its name, in lower or upper case.
   *
   * @throws IllegalArgumentException that says which there are
   */
  public static ReportFormat named(String name) {
    for (ReportFormat format : values()) {
      if (format.toString().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "no report format is called '" + name + "'; there are: " + names());
  }

  /** Lists the names for a sentence: {@code text, json, markdown, html}. */
  public static String names() {
    StringBuilder names = new StringBuilder();
    for (ReportFormat format : values()) {
      names.append(names.length() == 0 ? "" : ", ").append(format);
    }
    return names.toString();
  }

  /** Finds the format of a file by its extension; returns null for any other file. */
  static ReportFormat ofFile(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    for (ReportFormat format : values()) {
      if (lower.endsWith(format.extension)) {
        return format;
      }
    }
    return null;
  }

  /** Lists the extensions for a sentence: {@code .txt, .json, .md or .html}. */
  public static String extensions() {
    StringBuilder extensions = new StringBuilder();
    String separator = "";
    for (ReportFormat format : values()) {
      extensions.append(separator).append(format.extension);
      separator = ", ";
    }
    int last = extensions.lastIndexOf(separator);
    return extensions.replace(last, last + separator.length(), " or ").toString();
  }

  /** Returns the media type, with the encoding where it is not implied. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the name in commands and addresses: {@code markdown}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
