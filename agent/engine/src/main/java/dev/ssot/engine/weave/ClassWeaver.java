package dev.ssot.engine.weave;

import dev.ssot.engine.canonical.LearnedMembers;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.weave.scan.ClassScan;
import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.MethodPlan.Hook;
import dev.ssot.engine.weave.scan.PlannedSite;
import dev.ssot.engine.weave.site.ClassFiles;
import dev.ssot.engine.weave.site.GuardedMethods;
import dev.ssot.engine.weave.site.NotWovenSite;
import dev.ssot.engine.weave.site.SiteIds;
import dev.ssot.engine.weave.site.TargetNames;
import dev.ssot.engine.weave.site.WovenSite;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassTooLargeException;

/**
 * Weaves class files: rewrites what constructs a target so that it asks the dispatch, makes the
 * constructors of targets report, and guards methods that end the life of an instance. Pure and
 * thread-safe; knows no loaded class.
 *
 * <p>A woven class that fails verification would break the application. So a form that is not
 * understood completely is left as it is and listed.
 */
public final class ClassWeaver {
  private final TargetNames targets;
  private final LearnedMembers members;
  private final GuardedMethods guarded;

  /** Creates a weaver that learns and guards nothing. */
  public ClassWeaver(TargetNames targets) {
    this(targets, LearnedMembers.NONE, GuardedMethods.NONE);
  }

  public ClassWeaver(TargetNames targets, LearnedMembers members, GuardedMethods guarded) {
    this.targets = targets;
    this.members = members;
    this.guarded = guarded;
  }

  /** Weaves as if all classes that the class file names were there. */
  public WeaveResult weave(byte[] classFile) {
    return weave(classFile, null);
  }

  /** Weaves with the same number for all constructions. */
  WeaveResult weave(byte[] classFile, ClassFiles files) {
    return weave(classFile, files, SiteIds.SAME, false);
  }

  /**
   * Weaves. It never throws because of the class file; one that cannot be read is left as it is.
   *
   * @param files the class files that the class will see when it runs; null if it is taken to see
   *     all
   * @param ids numbers the constructions that are woven
   * @param own whether it is the application's own code, whose calls that may make a target are
   *     woven as well
   */
  public WeaveResult weave(byte[] classFile, ClassFiles files, SiteIds ids, boolean own) {
    try {
      ClassReader reader = new ClassReader(classFile);
      if (NeverWoven.contains(reader)) {
        return WeaveResult.untouched();
      }
      ClassScan scan = ClassScan.of(reader, targets, members, guarded, files, own);
      return weave(reader, scan, ids)
          .inheriting(scan.superName(), scan.isGuarded(), scan.declaresGuarded());
    } catch (RuntimeException | AssertionError unreadable) {
      // For a newer or broken class file, ASM throws whatever its parser runs into, such as an
      // AssertionError for an invalid descriptor.
      return WeaveResult.unreadable(unreadable);
    }
  }

  private static WeaveResult weave(ClassReader reader, ClassScan scan, SiteIds ids) {
    LeftMethods left = new LeftMethods(scan);
    Outcome outcome = new Outcome(left);
    byte[] classFile;
    try {
      classFile = changes(scan) ? ClassRewriter.rewrite(reader, scan, ids, left) : null;
    } catch (ClassTooLargeException full) {
      outcome.addAllAsRefused(scan);
      return WeaveResult.of(null, outcome.woven, outcome.skipped, scan.shape(), false, full);
    }
    for (MethodPlan plan : scan.plans()) {
      outcome.add(plan);
    }
    boolean same = !outcome.changed && scan.learning().isEmpty();
    return WeaveResult.of(
            same ? null : classFile,
            outcome.woven,
            outcome.skipped,
            scan.shape(),
            outcome.hooked && !outcome.hookRefused,
            null)
        .lacking(scan.learning().absent());
  }

  private static boolean changes(ClassScan scan) {
    if (!scan.learning().isEmpty()) {
      return true;
    }
    for (MethodPlan plan : scan.plans()) {
      if (plan.changes()) {
        return true;
      }
    }
    return false;
  }

  /** What became of the plans. */
  private static final class Outcome {
    final List<WovenSite> woven = new ArrayList<>();
    final List<NotWovenSite> skipped = new ArrayList<>();
    boolean changed;
    boolean hooked;
    boolean hookRefused;
    private final LeftMethods left;

    /**
     * @param left methods that stayed unchanged, or did so in part
     */
    Outcome(LeftMethods left) {
      this.left = left;
    }

    void add(MethodPlan plan) {
      boolean isLeft = left.isLeft(plan);
      if (plan.hook() == Hook.REFUSED) {
        hookRefused = true;
        skipped.add(new NotWovenSite(plan.method(), Reason.UNKNOWN_FORM));
      } else if (isLeft && plan.changesItself()) {
        hookRefused |= plan.hook() != Hook.NONE;
        skipped.add(new NotWovenSite(plan.method(), Reason.METHOD_TOO_LARGE));
      }
      hooked |= plan.hook() == Hook.COMPLETION && !isLeft;
      // Hooks and guards are no sites, so a class may change without a woven site.
      changed |= plan.changesItself() && !isLeft;
      for (PlannedSite site : plan.sites()) {
        addSite(site, left.isLeft(plan, site) ? Reason.METHOD_TOO_LARGE : null);
      }
    }

    void addAllAsRefused(ClassScan scan) {
      for (MethodPlan plan : scan.plans()) {
        if (plan.hook() != Hook.NONE || plan.guards()) {
          skipped.add(new NotWovenSite(plan.method(), Reason.WEAVING_FAILED));
        }
        for (PlannedSite site : plan.sites()) {
          addSite(site, Reason.WEAVING_FAILED);
        }
      }
    }

    /**
     * Adds a site to the woven or to the skipped ones.
     *
     * @param ofMethod why it stays as it is although it could be woven; null if it was
     */
    private void addSite(PlannedSite site, Reason ofMethod) {
      Reason reason = site.refusal() != null ? site.refusal() : ofMethod;
      if (reason == null) {
        woven.add(site.site());
        changed = true;
      } else {
        skipped.add(new NotWovenSite(site.site(), reason));
      }
    }
  }
}
