package com.acme;

import java.util.function.Consumer;

/** Reports what it writes, as it would if it were woven; its frames are no frames of the agent. */
public final class FieldHolder {
  public static volatile Object field;

  private FieldHolder() {}

  /** Writes, goes on, and returns. */
  public static void write(Object made, Consumer<Object> before, Runnable then, Runnable end) {
    before.accept(made);
    field = made;
    then.run();
    end.run();
  }

  /** Goes on after another method has written and returned. */
  public static void outer(Object made, Consumer<Object> before, Runnable then, Runnable end) {
    write(made, before, () -> {}, end);
    then.run();
    end.run();
  }
}
