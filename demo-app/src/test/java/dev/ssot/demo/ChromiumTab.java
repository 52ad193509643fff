package dev.ssot.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** One window of the browser: look at it, type into it. */
final class ChromiumTab implements WebSocket.Listener {
  private static final int PATIENCE_SECONDS = 30;
  private static final Map<String, Integer> KEY_CODES = Map.of("Tab", 9, "Enter", 13, "Escape", 27);

  private final WebSocket socket;
  private final StringBuilder partial = new StringBuilder();
  private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private int calls;

  ChromiumTab(URI address) {
    socket = Chromium.HTTP.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Waits until the page shows {@code text} in the element. */
  void awaitText(String selector, String text) throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      if (textOf(selector).contains(text)) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("%s shows: %s".formatted(selector, textOf(selector)));
  }

  String textOf(String selector) throws InterruptedException {
    String script = "(document.querySelector('%s') || {}).innerText || ''".formatted(selector);
    return call("Runtime.evaluate", Map.of("expression", script)).at("/result/value").asString("");
  }

  /** Runs a script in the page, and returns its value as text. */
  String evaluate(String script) throws InterruptedException {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(script + ": " + answer);
    }
    return answer.at("/result/value").asString("");
  }

  /** Waits until a script in the page answers true. */
  void await(String script) throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
      if (evaluate("String(Boolean(%s))".formatted(script)).equals("true")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError(script + " in: " + evaluate("document.body.innerText"));
  }

  /** Sets the size of the window in CSS pixels, and whether its reader prefers dark colours. */
  void look(int width, int height, boolean dark) throws InterruptedException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  /** Presses {@code Tab}, {@code Escape} or {@code Enter}. */
  void press(String key) throws InterruptedException {
    Map<String, Object> event = new HashMap<>();
    event.put("key", key);
    event.put("code", key);
    event.put("windowsVirtualKeyCode", KEY_CODES.get(key));
    // Enter submits a form, or presses a button, only as a key that writes.
    event.put("text", key.equals("Enter") ? "\r" : "");
    for (String type : new String[] {key.equals("Enter") ? "keyDown" : "rawKeyDown", "keyUp"}) {
      event.put("type", type);
      call("Input.dispatchKeyEvent", event);
    }
  }

  /** Types into the field that has the focus. */
  void type(String text) throws InterruptedException {
    call("Input.insertText", Map.of("text", text));
  }

  /** As a person does it: into the field that has the focus, then Enter. */
  void typeAndEnter(String text) throws InterruptedException {
    // Of several windows only one has the focus, and keys that come before it are lost.
    call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    call("Page.bringToFront", Map.of());
    call("Runtime.evaluate", Map.of("expression", "document.getElementById('text').focus()"));
    call("Input.insertText", Map.of("text", text));
    await("document.getElementById('text').value !== ''");
    for (String type : new String[] {"keyDown", "keyUp"}) {
      call(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", "Enter", "windowsVirtualKeyCode", 13, "text", "\r"));
    }
  }

  /** As a person does it: at the middle of what is shown. */
  void click(String selector) throws InterruptedException {
    call("Page.bringToFront", Map.of());
    String script =
        "(() => { const shown = document.querySelector('%s'); shown.scrollIntoView();"
                .formatted(selector)
            + " const box = shown.getBoundingClientRect();"
            + " return [box.x + box.width / 2, box.y + box.height / 2].join(); })()";
    String middle =
        call("Runtime.evaluate", Map.of("expression", script)).at("/result/value").asString("");
    String[] point = middle.split(",", -1);
    for (String type : new String[] {"mousePressed", "mouseReleased"}) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              Double.parseDouble(point[0]),
              "y",
              Double.parseDouble(point[1]),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  void screenshot(Path file) throws IOException, InterruptedException {
    call("Page.bringToFront", Map.of());
    String image = call("Page.captureScreenshot", Map.of("format", "png")).get("data").asString();
    Files.createDirectories(file.getParent());
    Files.write(file, Base64.getDecoder().decode(image));
  }

  private JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
    int id = ++calls;
    socket
        .sendText(
            Chromium.JSON.writeValueAsString(
                Map.of("id", id, "method", method, "params", parameters)),
            true)
        .join();
    while (true) {
      String frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("no answer to " + method);
      }
      JsonNode answer = Chromium.JSON.readTree(frame);
      if (answer.path("id").asInt(0) == id) {
        return answer.path("result");
      }
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      frames.add(partial.toString());
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }
}
