package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.pattern.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value or a part of one, with what an error message needs: the name that the user wrote, and
 * where.
 */
final class RawValue {
  private final String name;
  private final Object raw;
  private final String origin;
  private final List<String> notes;

  /**
   * Keeps a value that is still to be read.
   *
   * @param name as the user wrote it: {@code SSOT_MODE}, {@code groups[0].mode}
   * @param raw text, or what a YAML parser gave
   * @param origin for people: {@code agent argument}, {@code file /etc/ssot.yaml}
   * @param notes takes warnings
   */
  RawValue(String name, Object raw, String origin, List<String> notes) {
    this.name = name;
    this.raw = raw;
    this.origin = origin;
    this.notes = notes;
  }

  /** Returns the value as trimmed text. */
  String text() throws OptionsException {
    if (raw instanceof Map || raw instanceof List) {
      throw bad("a single value is expected");
    }
    String text = raw == null ? "" : raw.toString().trim();
    if (text.isEmpty()) {
      throw bad("the value is empty; leave the key out for its default");
    }
    return text;
  }

  /**
   * Compares without throwing, unlike {@link #text()}, for questions that are asked before the
   * checks.
   */
  boolean is(String text) {
    return raw != null && raw.toString().trim().equalsIgnoreCase(text);
  }

  /** Returns the same without the value, which may be a password. */
  RawValue hidden() {
    return new RawValue(name, "(not shown)", origin, notes);
  }

  boolean isSingle() {
    return !(raw instanceof Map || raw instanceof List);
  }

  boolean isObject() {
    return raw instanceof Map;
  }

  /** Returns the items of a list, or of a text that separates them by colons. */
  List<RawValue> items() throws OptionsException {
    List<RawValue> items = new ArrayList<>();
    if (raw instanceof List) {
      for (Object item : (List<?>) raw) {
        items.add(part("[" + items.size() + "]", item));
      }
      return items;
    }
    String text = text();
    for (int from = 0; from <= text.length(); ) {
      int colon = text.indexOf(':', from);
      int to = colon < 0 ? text.length() : colon;
      if (text.substring(from, to).trim().isEmpty()) {
        throw bad("an item between the colons is empty");
      }
      items.add(part("", text.substring(from, to)));
      from = to + 1;
    }
    return items;
  }

  /** Returns the fields of an object in a YAML file, each of them one of {@code valid}. */
  Map<String, RawValue> fields(String... valid) throws OptionsException {
    Map<String, RawValue> fields = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) raw).entrySet()) {
      String field = String.valueOf(entry.getKey());
      RawValue value = part("." + field, entry.getValue());
      if (!Arrays.asList(valid).contains(field)) {
        throw value.unknown(field, Arrays.asList(valid));
      }
      fields.put(field, value);
    }
    return fields;
  }

  /** Returns the exception to throw. */
  OptionsException bad(String reason) {
    return new OptionsException("bad option " + this + ": " + reason);
  }

  /** Returns the exception to throw, without a value that may be a password. */
  OptionsException unknown(String key, List<String> valid) {
    String nearest = NearestName.to(key, valid);
    RawValue shown = nearest.endsWith("token") ? hidden() : this;
    return new OptionsException(
        "unknown option "
            + shown
            + ": did you mean \""
            + nearest
            + "\"? Valid are "
            + String.join(", ", valid));
  }

  /** Compares as text; a list is compared with its items separated by colons. */
  boolean isSameAs(RawValue other) {
    return joined().equals(other.joined());
  }

  private String joined() {
    if (!(raw instanceof List)) {
      return raw == null ? "" : raw.toString().trim();
    }
    StringBuilder text = new StringBuilder();
    for (Object item : (List<?>) raw) {
      text.append(text.length() == 0 ? "" : ":").append(item);
    }
    return text.toString();
  }

  /** Warns that another place wins over this value, which is not shown if the winner's is not. */
  void overridden(RawValue winner) {
    notes.add(name + " of " + origin + " has no effect: " + winner + " overrides it");
  }

  /** Warns that the value has no effect. */
  void ignored(String why) {
    notes.add(name + " (" + origin + ") " + why);
  }

  /** Returns it as in an error message: {@code SSOT_MODE=observed (environment variable)}. */
  @Override
  public String toString() {
    String value = raw == null ? "" : OptionsException.oneLine(raw);
    return name + "=" + value + " (" + origin + ")";
  }

  private RawValue part(String suffix, Object value) {
    return new RawValue(name + suffix, value, origin, notes);
  }
}
