package dev.ssot.engine.weave.site;

import dev.ssot.engine.place.Passed;

/** A call that may make a target, as the class file has it. */
public final class FactoryCall {
  private final String owner;
  private final String method;
  private final String descriptor;
  private final boolean plain;
  private final boolean inApplication;
  private final boolean named;
  private final Passed passed;

  /**
   * @param owner binary name of the class whose method is called
   * @param plain whether all that it passes are arguments of plain types, and it has some
   * @param inApplication whether the calling code is the application's own
   * @param named whether the option {@code factories} names the method
   * @param passed what the call passes, its receiver included
   */
  @SuppressWarnings("MissingSummary") // the class says it
  public FactoryCall(
      String owner,
      String method,
      String descriptor,
      boolean plain,
      boolean inApplication,
      boolean named,
      Passed passed) {
    this.owner = owner;
    this.method = method;
    this.descriptor = descriptor;
    this.plain = plain;
    this.inApplication = inApplication;
    this.named = named;
    this.passed = passed;
  }

  /** Returns the binary name of the class whose method is called. */
  public String owner() {
    return owner;
  }

  /** Returns the name of the method that is called. */
  public String method() {
    return method;
  }

  /** Returns what tells the method from all others. */
  public String signature() {
    return owner + '#' + method + descriptor;
  }

  /** Tells whether it passes arguments and they can be compared, as their types tell. */
  public boolean isPlain() {
    return plain;
  }

  /** Tells whether the calling code is the application's own. */
  public boolean isInApplication() {
    return inApplication;
  }

  /** Tells whether the option {@code factories} names the method. */
  public boolean isNamed() {
    return named;
  }

  /** Returns what the call passes, its receiver included. */
  public Passed passed() {
    return passed;
  }

  /** Returns the same call, to which nothing but constants has gone in. */
  FactoryCall asConstant() {
    return passed == Passed.NOTHING
        ? this
        : new FactoryCall(owner, method, descriptor, plain, inApplication, named, Passed.CONSTANTS);
  }
}
