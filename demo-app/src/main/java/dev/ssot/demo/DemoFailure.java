package dev.ssot.demo;

/** Something that the user can put right; the message is the one line that says what and how. */
public final class DemoFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** {@code cause} may be null: the line is all that is shown. */
  public DemoFailure(String line, Throwable cause) {
    super(line, cause);
  }
}
