package dev.ssot.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** A terminal before which nobody sits, or somebody who types what is given. */
public final class FakeTerminal {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal;

  private FakeTerminal(boolean real, String typed, String noColour) {
    terminal =
        new Terminal(
            new ByteArrayInputStream(typed.getBytes(UTF_8)),
            real,
            new PrintStream(out, true, UTF_8),
            real,
            new PrintStream(err, true, UTF_8),
            real,
            noColour);
  }

  /** Somebody sits there and types. */
  public static FakeTerminal typing(String typed) {
    return new FakeTerminal(true, typed, null);
  }

  /** Somebody sits there who has set {@code NO_COLOR}. */
  public static FakeTerminal withNoColour(String value) {
    return new FakeTerminal(true, "", value);
  }

  /** A script reads what is written. */
  public static FakeTerminal ofScript() {
    return new FakeTerminal(false, "y\n", null);
  }

  public Terminal terminal() {
    return terminal;
  }

  public String out() {
    return out.toString(UTF_8);
  }

  public String err() {
    return err.toString(UTF_8);
  }
}
