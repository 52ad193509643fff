package dev.ssot.engine.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a command, as {@code curl -d} sends them. It is strict: a field that is misspelt,
 * empty or there twice would otherwise switch more than its sender meant.
 */
public final class Form {
  private static final String TYPE = "application/x-www-form-urlencoded";

  private final Map<String, String> fields = new LinkedHashMap<>();

  private Form() {}

  /**
   * Reads the body of a request.
   *
   * @param known the names of all fields that there may be
   * @throws BadRequest that says what is valid
   */
  public static Form of(Request request, String... known) throws BadRequest {
    Form form = new Form();
    String body = request.body();
    if (!body.isEmpty()) {
      checkType(request);
      for (String each : body.split("&", -1)) {
        form.add(each, Arrays.asList(known));
      }
    }
    return form;
  }

  private static void checkType(Request request) throws BadRequest {
    String type = request.header("content-type");
    if (type == null || !type.split(";", 2)[0].trim().equalsIgnoreCase(TYPE)) {
      throw BadRequest.because(415, "send the fields as " + TYPE + ", as curl -d does");
    }
  }

  private void add(String field, List<String> known) throws BadRequest {
    int equals = field.indexOf('=');
    String name = Request.decoded(equals < 0 ? field : field.substring(0, equals));
    String value = equals < 0 ? "" : Request.decoded(field.substring(equals + 1));
    if (!known.contains(name)) {
      throw BadRequest.because(
          known.isEmpty()
              ? "there are no fields here; send an empty body"
              : "there is no field '" + name + "'; valid are " + String.join(", ", known));
    }
    if (value.isEmpty()) {
      throw BadRequest.because("the field " + name + " is empty; leave it out for no restriction");
    }
    if (fields.put(name, value) != null) {
      throw BadRequest.because("the field " + name + " is there twice");
    }
  }

  /** Returns the value of a field; "" if it is not there, and never empty if it is. */
  public String text(String name) {
    String value = fields.get(name);
    return value == null ? "" : value;
  }

  /** Returns the value of a field that must be there. */
  public String required(String name) throws BadRequest {
    String value = fields.get(name);
    if (value == null) {
      throw BadRequest.because("the field " + name + " is missing");
    }
    return value;
  }

  /**
   * Returns the value of a field that is {@code true} or {@code false}; false if it is not there.
   */
  public boolean flag(String name) throws BadRequest {
    String value = text(name);
    if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
      throw BadRequest.because("the field " + name + " is true or false");
    }
    return value.equals("true");
  }
}
