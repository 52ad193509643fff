package dev.ssot.engine.weave;

import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.weave.scan.ClassScan;
import dev.ssot.engine.weave.scan.CodeSizes;
import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.MethodPlan.Hook;
import dev.ssot.engine.weave.scan.PlannedSite;
import dev.ssot.engine.weave.site.SkippedSite;
import dev.ssot.engine.weave.site.WovenSite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassTooLargeException;
import net.bytebuddy.jar.asm.MethodTooLargeException;

/** The weaving of one class: tried again, without the methods that would grow too large. */
final class Weaving {
  /** {@code HugeMethodLimit}: HotSpot interprets a longer method for ever. */
  private static final int HUGE = 8000;

  private final ClassReader reader;
  private final ClassScan scan;
  private final Set<String> left = new HashSet<>();
  private final List<WovenSite> woven = new ArrayList<>();
  private final List<SkippedSite> skipped = new ArrayList<>();
  private boolean hooked;
  private boolean hookRefused;

  Weaving(ClassReader reader, ClassScan scan) {
    this.reader = reader;
    this.scan = scan;
  }

  WeaveResult result() {
    byte[] classFile;
    try {
      classFile = changes() ? rewrite() : null;
    } catch (ClassTooLargeException full) {
      refuse();
      return WeaveResult.of(null, woven, skipped, scan.shape(), false, full);
    }
    for (MethodPlan plan : scan.plans()) {
      tell(plan);
    }
    hooked &= !hookRefused;
    boolean same = woven.isEmpty() && !changesMethods() && scan.learning().isEmpty();
    return WeaveResult.of(same ? null : classFile, woven, skipped, scan.shape(), hooked, null)
        .lacking(scan.learning().absent());
  }

  /** Ends: each round leaves out at least one more method, or is the last. */
  private byte[] rewrite() {
    Map<String, Integer> before = CodeSizes.of(reader);
    while (true) {
      try {
        byte[] classFile = ClassRewriter.rewrite(reader, scan, left);
        if (!left.addAll(grownHuge(before, CodeSizes.of(new ClassReader(classFile))))) {
          return classFile;
        }
      } catch (MethodTooLargeException tooLarge) {
        if (!left.add(tooLarge.getMethodName() + tooLarge.getDescriptor())) {
          throw tooLarge;
        }
      }
    }
  }

  private static Set<String> grownHuge(Map<String, Integer> before, Map<String, Integer> after) {
    Set<String> grown = new HashSet<>();
    for (Map.Entry<String, Integer> method : after.entrySet()) {
      if (method.getValue() > HUGE && before.getOrDefault(method.getKey(), 0) <= HUGE) {
        grown.add(method.getKey());
      }
    }
    return grown;
  }

  private boolean changes() {
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

  /** Hooks and guards are no sites: a class may change without a woven one. */
  private boolean changesMethods() {
    for (MethodPlan plan : scan.plans()) {
      if (plan.changesItself() && !isLeft(plan)) {
        return true;
      }
    }
    return false;
  }

  /** A method is left as a whole: half of its sites would tell half of the truth. */
  private void tell(MethodPlan plan) {
    if (plan.hook() == Hook.REFUSED) {
      hookRefused = true;
      skipped.add(new SkippedSite(plan.method(), Reason.UNKNOWN_FORM));
    } else if (isHooked(plan) && isLeft(plan)) {
      hookRefused = true;
      skipped.add(new SkippedSite(plan.method(), Reason.METHOD_TOO_LARGE));
    } else if (plan.guards() && isLeft(plan)) {
      skipped.add(new SkippedSite(plan.method(), Reason.METHOD_TOO_LARGE));
    }
    hooked |= plan.hook() == Hook.COMPLETION && !isLeft(plan);
    for (PlannedSite site : plan.sites()) {
      tell(site, isLeft(plan) ? Reason.METHOD_TOO_LARGE : null);
    }
  }

  private void tell(PlannedSite site, Reason ofMethod) {
    Reason reason = site.refusal() != null ? site.refusal() : ofMethod;
    if (reason == null) {
      woven.add(site.site());
    } else {
      skipped.add(new SkippedSite(site.site(), reason));
    }
  }

  private void refuse() {
    for (MethodPlan plan : scan.plans()) {
      if (plan.hook() != Hook.NONE || plan.guards()) {
        skipped.add(new SkippedSite(plan.method(), Reason.WEAVING_FAILED));
      }
      for (PlannedSite site : plan.sites()) {
        tell(site, Reason.WEAVING_FAILED);
      }
    }
  }

  private boolean isLeft(MethodPlan plan) {
    return left.contains(plan.method().method() + plan.method().descriptor());
  }

  private static boolean isHooked(MethodPlan plan) {
    return plan.hook() == Hook.COMPLETION || plan.hook() == Hook.MARK_ONLY;
  }
}
