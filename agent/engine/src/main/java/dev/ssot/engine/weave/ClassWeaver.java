package dev.ssot.engine.weave;

import dev.ssot.engine.redirect.LearnedMembers;
import dev.ssot.engine.weave.scan.ClassScan;
import dev.ssot.engine.weave.site.ClassFiles;
import dev.ssot.engine.weave.site.GuardedMethods;
import dev.ssot.engine.weave.site.TargetNames;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Weaves class files: rewrites what constructs a target so that it asks the dispatch, makes the
 * constructors of targets report, and guards methods that end the life of an instance. Pure and
 * thread-safe; knows no loaded class.
 *
 * <p>A woven class that fails verification would break the application, so what is not understood
 * to the last word of the stack is left as it is and listed.
 */
public final class ClassWeaver {
  private final TargetNames targets;
  private final LearnedMembers members;
  private final GuardedMethods guarded;

  /** Learns and guards nothing. */
  public ClassWeaver(TargetNames targets) {
    this(targets, LearnedMembers.NONE, GuardedMethods.NONE);
  }

  public ClassWeaver(TargetNames targets, LearnedMembers members, GuardedMethods guarded) {
    this.targets = targets;
    this.members = members;
    this.guarded = guarded;
  }

  /** As if every class were there that the class file names. */
  public WeaveResult weave(byte[] classFile) {
    return weave(classFile, null);
  }

  /**
   * Never throws because of the class file: one that cannot be read is left as it is.
   *
   * @param files what the class will see when it runs; null if everything is
   */
  public WeaveResult weave(byte[] classFile, ClassFiles files) {
    try {
      ClassReader reader = new ClassReader(classFile);
      if (NeverWoven.contains(reader)) {
        return WeaveResult.untouched();
      }
      ClassScan scan = ClassScan.of(reader, targets, members, guarded, files);
      WeaveResult woven = new Weaving(reader, scan).result();
      WeaveResult result = scan.isLegacy() ? woven.ofOldClassFile() : woven;
      return scan.isGuarded() ? result.inheriting(scan.superName()) : result;
    } catch (RuntimeException | AssertionError unreadable) {
      // ASM answers a newer or broken class file by whatever its parser runs into, which is an
      // AssertionError for a descriptor of no type.
      return WeaveResult.unreadable(unreadable);
    }
  }
}
