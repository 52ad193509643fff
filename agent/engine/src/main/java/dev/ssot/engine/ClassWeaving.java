package dev.ssot.engine;

import dev.ssot.bootstrap.options.TargetOption;
import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.bootstrap.zone.DispatchInstaller;
import dev.ssot.engine.detect.Reason;
import dev.ssot.engine.detect.Target;
import dev.ssot.engine.detect.Targets;
import dev.ssot.engine.logging.EngineLog;
import dev.ssot.engine.logging.LogRouter;
import dev.ssot.engine.redirect.Canonicals;
import dev.ssot.engine.redirect.LearnedMember;
import dev.ssot.engine.redirect.LearnedMembers;
import dev.ssot.engine.redirect.TargetShape;
import dev.ssot.engine.weave.ClassWeaver;
import dev.ssot.engine.weave.WeaveResult;
import dev.ssot.engine.weave.site.SkippedSite;
import dev.ssot.engine.weave.site.WovenSite;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.slf4j.Logger;

/** From a class file that names a target to its woven form and what is known of it. */
final class ClassWeaving {
  private static final Logger LOG = EngineLog.logger();

  private final StartContext context;
  private final ClassWeaver weaver;
  private final Targets targets;
  private final Canonicals canonicals;
  private final ClassFindings findings;
  private final GuardedSuperclasses superclasses;
  private final Runnable superclassFound;
  private final LogRouter log;

  /** Whether a loader passes on {@code java.lang.SsotDispatch}: some hide what they do not know. */
  private final Map<ClassLoader, Boolean> seesDispatch =
      Collections.synchronizedMap(new WeakHashMap<ClassLoader, Boolean>());

  /**
   * @param superclassFound told when the agent's thread has superclasses to look for
   */
  ClassWeaving(
      StartContext context,
      LearnedMembers members,
      Targets targets,
      Canonicals canonicals,
      ClassFindings findings,
      GuardedSuperclasses superclasses,
      Runnable superclassFound,
      LogRouter log) {
    this.context = context;
    this.weaver = new ClassWeaver(context.targets::isTarget, members, superclasses);
    this.superclasses = superclasses;
    this.superclassFound = superclassFound;
    this.targets = targets;
    this.canonicals = canonicals;
    this.findings = findings;
    this.log = log;
  }

  /** Null leaves the class as it is. */
  byte[] weave(ClassLoader loader, String className, byte[] classFile) {
    if (!seesDispatch(loader)) {
      left(className, Reason.LOADER_HIDES_DISPATCH);
      return null;
    }
    boolean inherited = superclasses.isInheritedFrom(className);
    WeaveResult result = weaver.weave(classFile, new LoaderClassFiles(loader));
    if (inherited) {
      superclasses.shown(loader, className);
    }
    if (superclasses.add(result.inheritedFrom())) {
      superclassFound.run();
    }
    if (result.problem() != null) {
      left(className, Reason.WEAVING_FAILED);
      LOG.warn(
          "{} is left as it is: its class file was not understood", className, result.problem());
    }
    if (result.shape() != null) {
      accept(loader, result);
    }
    absent(result.absent());
    configuring(result.woven());
    if (result.isOld()) {
      old(result.woven());
    }
    skipped(result.skipped());
    return result.classFile();
  }

  /** A whole class. What it constructs is counted by the hook of its target, if that has one. */
  private void left(String className, Reason reason) {
    String name = ClassNames.binary(className);
    targets.leftAsIs().add(name);
    if (context.targets.isTarget(className)) {
      findings.refused(name, reason);
    }
  }

  private void absent(List<LearnedMember> members) {
    for (LearnedMember member : members) {
      findings.refused(member.description(), Reason.CANONICAL_ABSENT);
      LOG.warn(
          "canonical={}: {} has no such static {}; name one that it declares itself,"
              + " com.acme.Holder#FIELD or com.acme.Holder#method()",
          member,
          ClassNames.binary(member.holder()),
          member.isMethod() ? "method without parameters" : "field");
    }
  }

  private void configuring(List<WovenSite> sites) {
    for (WovenSite site : sites) {
      if (site.isConfiguring()) {
        targets.configuring().add(site.className(), site.method(), site.line());
      }
    }
  }

  private void old(List<WovenSite> sites) {
    for (WovenSite site : sites) {
      if (site.kind() != null) {
        targets.oldCalls().add(site.className(), site.method(), site.callLine());
      }
    }
  }

  private void skipped(List<SkippedSite> sites) {
    findings.skipped(sites);
    for (SkippedSite each : sites) {
      WovenSite site = each.site();
      if (site.kind() != null) {
        targets
            .leftAsIs()
            .add(site.className(), site.method(), site.callLine(), site.kind(), each.reason());
      }
    }
  }

  /** Refuses what was named as a target and cannot be one; it may construct others all the same. */
  private void accept(ClassLoader loader, WeaveResult result) {
    TargetShape shape = result.shape();
    Reason refusal = shape.refusal();
    if (refusal == null) {
      Target target = targets.loaded(shape.binaryName(), loader);
      target.noteArgumentLines(shape.argumentLines());
      canonicals.read(target, shape);
      log.prefer(loader);
      if (result.isHooked()) {
        target.markHooked();
      }
      return;
    }
    for (TargetOption option : context.options.targets()) {
      if (option.toString().equals(shape.binaryName())) {
        findings.refused(shape.binaryName(), refusal);
        LOG.warn(
            "{} cannot be a target ({}); name a class that is constructed",
            shape.binaryName(),
            refusal);
      }
    }
  }

  private boolean seesDispatch(ClassLoader loader) {
    Boolean known = seesDispatch.get(loader);
    if (known == null) {
      known = probe(loader);
      seesDispatch.put(loader, known);
    }
    return known;
  }

  private static boolean probe(ClassLoader loader) {
    try {
      Class<?> seen = Class.forName(DispatchInstaller.DISPATCH, false, loader);
      return seen.getClassLoader() == null;
    } catch (ClassNotFoundException | RuntimeException | LinkageError hidden) {
      return false;
    }
  }
}
