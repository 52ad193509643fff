package dev.ssot.engine.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/**
 * Writes the few kinds of fields of the report, so that the code reads like the JSON that it
 * writes.
 */
final class JsonFields {
  private final JsonGenerator out;

  JsonFields(JsonGenerator out) {
    this.out = out;
  }

  /**
   * Writes a string: enum constants and instants as their {@code toString()}, null as {@code null}.
   */
  void text(String name, Object value) throws IOException {
    out.writeStringField(name, value == null ? null : value.toString());
  }

  void number(String name, long value) throws IOException {
    out.writeNumberField(name, value);
  }

  /** Writes a number with one decimal place. */
  void decimal(String name, double value) throws IOException {
    out.writeNumberField(name, Math.round(value * 10) / 10.0);
  }

  void flag(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
  }

  void nothing(String name) throws IOException {
    out.writeNullField(name);
  }

  void object(String name, Body body) throws IOException {
    out.writeObjectFieldStart(name);
    body.write();
    out.writeEndObject();
  }

  <T> void objects(String name, Iterable<T> elements, Each<T> each) throws IOException {
    out.writeArrayFieldStart(name);
    for (T element : elements) {
      out.writeStartObject();
      each.write(element);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void texts(String name, Iterable<String> elements) throws IOException {
    out.writeArrayFieldStart(name);
    for (String element : elements) {
      out.writeString(element);
    }
    out.writeEndArray();
  }

  void counts(String name, Map<?, Long> counts) throws IOException {
    out.writeObjectFieldStart(name);
    for (Map.Entry<?, Long> count : counts.entrySet()) {
      out.writeNumberField(count.getKey().toString(), count.getValue());
    }
    out.writeEndObject();
  }

  interface Body {
    void write() throws IOException;
  }

  interface Each<T> {
    void write(T element) throws IOException;
  }
}
