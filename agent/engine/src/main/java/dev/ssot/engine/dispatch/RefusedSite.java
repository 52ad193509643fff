package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.stack.Stopped;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A call site in mode {@code fail}: throws where a second instance would be constructed. */
final class RefusedSite {
  private static final MethodHandle CHECK;

  static {
    try {
      CHECK =
          MethodHandles.lookup()
              .findStatic(
                  RefusedSite.class,
                  "check",
                  MethodType.methodType(void.class, Redirects.class, Site.class));
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private RefusedSite() {}

  static MethodHandle handle(MethodHandle construct, Site site, Redirects redirects) {
    return MethodHandles.foldArguments(
        construct, MethodHandles.insertArguments(CHECK, 0, redirects, site));
  }

  static void check(Redirects redirects, Site site) {
    IllegalStateException refusal = null;
    try {
      refusal = redirects.refusal(site);
    } catch (RuntimeException | Error failed) {
      Stopped.rethrow(failed);
      site.failed(failed);
    }
    if (refusal != null) {
      throw refusal;
    }
  }
}
