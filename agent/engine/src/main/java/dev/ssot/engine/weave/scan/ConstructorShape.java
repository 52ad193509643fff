package dev.ssot.engine.weave.scan;

/** What a constructor of a target is like, as far as its hook is concerned. */
final class ConstructorShape {
  private final String owner;
  private boolean callsSuper;
  private boolean callsThis;
  private boolean lostThis;
  private boolean returnsWithoutThis;
  private boolean unclear;

  ConstructorShape(String owner) {
    this.owner = owner;
  }

  /** Notes that local variable 0 holds, or may hold, something else from here on. */
  void noteThisOverwritten() {
    returnsWithoutThis = true;
  }

  void noteFrame(boolean withoutThis) {
    lostThis = withoutThis;
  }

  void noteReturn() {
    returnsWithoutThis |= lostThis;
  }

  /** Notes that it is not certain which call is {@code this(…)} or {@code super(…)}. */
  void markUnclear() {
    unclear = true;
  }

  void noteDelegation(String constructorOf) {
    callsThis |= constructorOf.equals(owner);
    callsSuper |= !constructorOf.equals(owner);
  }

  MethodPlan.Hook hook() {
    if (unclear || (callsThis && callsSuper)) {
      return MethodPlan.Hook.REFUSED;
    }
    if (!callsThis && !callsSuper) {
      return MethodPlan.Hook.NONE;
    }
    if (returnsWithoutThis) {
      return MethodPlan.Hook.REFUSED;
    }
    return callsThis ? MethodPlan.Hook.DELEGATION : MethodPlan.Hook.COMPLETION;
  }
}
