package dev.ssot.engine.dispatch;

import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.ledger.PlainSite;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.policy.ModeEpoch;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.weave.site.WovenSite;
import dev.ssot.engine.weave.site.WovenSites;

/**
 * Links woven {@code new}s that run the plain constructor, whose instruction is not linked then:
 * that would take longer, and more stack.
 */
final class PlainLinks {
  private final Targets targets;
  private final WovenSites woven;
  private final LinkedSites linked;
  private final ModeEpoch epoch;
  private final Redirects redirects;

  PlainLinks(
      Targets targets, WovenSites woven, LinkedSites linked, ModeEpoch epoch, Redirects redirects) {
    this.epoch = epoch;
    this.targets = targets;
    this.woven = woven;
    this.linked = linked;
    this.redirects = redirects;
  }

  /** Implements {@link SsotDispatch#linkPlain}. */
  int link(int id, Class<?> made) {
    if (isNoTarget(made) || !targets.of(made).hasRunningHooks()) {
      return 0;
    }
    WovenSite found = woven.get(id);
    if (found != null && found.isElsewhere()) {
      return linkElsewhere(id, targets.of(made));
    }
    PlainSite plain = linked.find(id);
    if (plain == null) {
      plain = site(id, found, targets.of(made));
    }
    if (plain == null) {
      return 0;
    }
    Passed passed = plain.passed();
    epoch.of(plain.site.target); // its end is what makes the site ask again
    int period = plain.begin();
    if (redirects.isKeyed(plain.site, passed)) {
      return 0; // the types of the arguments have to be known
    }
    ConstructionSite.decide(plain, redirects.action(plain.site, passed), period);
    return plain.runPlain();
  }

  /** Lets the stack tell on whose behalf it constructs, unless an answer may depend on that. */
  private int linkElsewhere(int id, Target target) {
    epoch.of(target);
    int period = target.plain.period();
    return redirects.isActive() ? 0 : target.plain.addByStack(id, period);
  }

  private PlainSite site(int id, WovenSite found, Target target) {
    if (found == null) {
      return null;
    }
    Site site = target.site(found.facts().location(found.className(), Kind.NEW));
    site.markLinked();
    PlainSite plain = linked.of(site, id);
    if (PassedArguments.areIn(found.constructor())) {
      site.noteArguments();
      plain.note(found.isConstant() ? Passed.CONSTANTS : Passed.VALUES);
    }
    woven.remove(id);
    return plain;
  }

  /** Tells whether a class is the JDK's, by its loader and its name. */
  static boolean isOfJdk(Class<?> type) {
    return JdkClasses.isLoader(type.getClassLoader()) && JdkClasses.isName(type.getName());
  }

  /**
   * Tells whether the class cannot be a target. Names alone do not tell: a pattern may match an
   * enum, or a {@code javax} class, which is a library's or the JDK's.
   */
  static boolean isNoTarget(Class<?> type) {
    return type.isEnum()
        || (JdkClasses.isLoader(type.getClassLoader()) && !JdkClasses.isName(type.getName()));
  }
}
