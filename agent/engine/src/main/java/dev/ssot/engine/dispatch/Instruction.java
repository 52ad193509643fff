package dev.ssot.engine.dispatch;

import java.lang.ref.WeakReference;

/** Tells a woven instruction from all others, and the class in whose name it constructs. */
final class Instruction {
  private final String name;

  /** Weak, as a call site in a library may construct for many deployments. */
  private final WeakReference<Class<?>> caller;

  /**
   * Names an instruction.
   *
   * @param name tells it from all others, those of a class of the same name included
   * @param caller the class that has it
   */
  Instruction(String name, Class<?> caller) {
    this.name = name;
    this.caller = new WeakReference<>(caller);
  }

  /** Returns the same instruction, which constructs on behalf of a class; null for its own. */
  Instruction onBehalfOf(Class<?> other) {
    return other == null ? this : new Instruction(name, other);
  }

  /** Returns the class in whose name it constructs; null once that is collected. */
  Class<?> caller() {
    return caller.get();
  }

  @Override
  public String toString() {
    return name;
  }
}
