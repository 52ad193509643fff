package dev.ssot.engine.dispatch;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * A call site whose linking has failed, for want of stack or memory as a rule. It constructs, and
 * the hook of the target counts, until it is linked on the agent's thread.
 */
final class UnlinkedSite {
  private final MutableCallSite site;
  private final MethodHandles.Lookup caller;
  private final MethodHandle constructor;
  private final Object[] facts;

  UnlinkedSite(
      MutableCallSite site, MethodHandles.Lookup caller, MethodHandle constructor, Object[] facts) {
    this.site = site;
    this.caller = caller;
    this.constructor = constructor;
    this.facts = facts;
  }

  /** Links it; if that fails again, it constructs for ever. */
  void link(EngineDispatch dispatch) {
    try {
      CallSite linked = dispatch.linkConstruction(caller, constructor, site.type(), facts);
      if (linked != null) {
        site.setTarget(linked.dynamicInvoker());
      }
    } catch (Exception | Error failed) {
      dispatch.failed(failed);
    }
  }
}
