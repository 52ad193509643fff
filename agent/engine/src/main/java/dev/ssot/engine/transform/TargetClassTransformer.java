package dev.ssot.engine.transform;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.start.StartContext;
import dev.ssot.bootstrap.zone.DispatchInstaller;
import dev.ssot.engine.application.ApplicationCode;
import dev.ssot.engine.canonical.Canonicals;
import dev.ssot.engine.canonical.LearnedMember;
import dev.ssot.engine.canonical.LearnedMembers;
import dev.ssot.engine.canonical.TargetShape;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.logging.LogRouter;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.NotWovenPlace;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.thread.RepeatedFailures;
import dev.ssot.engine.weave.ClassWeaver;
import dev.ssot.engine.weave.WeaveResult;
import dev.ssot.engine.weave.site.NotWovenSite;
import dev.ssot.engine.weave.site.TargetNames;
import dev.ssot.engine.weave.site.WovenSite;
import dev.ssot.engine.weave.site.WovenSites;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** Weaves the class files that name a target and records what they tell. */
public final class TargetClassTransformer {
  private final StartContext context;
  private final ClassWeaver weaver;
  private final Targets targets;
  private final Canonicals canonicals;
  private final ClassFindings findings;
  private final UnusableTargets unusable;
  private final LoaderSiteIds ids;
  private final GuardedSuperclasses superclasses;
  private final ApplicationCode application;
  private final ReaderThreads readers;
  private final RecentClassFiles classFiles;
  private final LogRouter router;
  private final Logger log;
  private final RepeatedFailures failures;

  /** The binary names of the targets whose class files were looked at, to the end. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  /** Whether there is no room left for places that were not woven. */
  private final AtomicBoolean full = new AtomicBoolean();

  /**
   * Whether classes of a loader see {@code java.lang.SsotDispatch}, as some loaders hide classes
   * that they do not know.
   */
  private final WeakIdentityMap<ClassLoader, Boolean> seesDispatch = new WeakIdentityMap<>();

  /** Weaves nothing before it is asked. */
  public TargetClassTransformer(
      StartContext context,
      WovenSites sites,
      LearnedMembers members,
      Targets targets,
      Canonicals canonicals,
      ClassFindings findings,
      UnusableTargets unusable,
      GuardedSuperclasses superclasses,
      ApplicationCode application,
      LogRouter router,
      Logger log) {
    this.ids = new LoaderSiteIds(sites);
    this.application = application;
    this.router = router;
    this.context = context;
    this.weaver = new ClassWeaver(names(context.targets), members, superclasses);
    this.superclasses = superclasses;
    this.targets = targets;
    this.canonicals = canonicals;
    this.findings = findings;
    this.unusable = unusable;
    this.log = log;
    this.failures = new RepeatedFailures(log);
    this.readers = new ReaderThreads(log);
    this.classFiles = new RecentClassFiles(readers);
  }

  /** Makes it ready to weave. Must be called on a thread of the agent. */
  public void begin() {
    readers.start();
  }

  /** Ends the threads that ask loaders. */
  public void end() {
    readers.stop();
  }

  /**
   * Adapts the matcher by a class of its own, as a method reference would make the JVM generate one
   * during the start.
   */
  private static TargetNames names(TargetMatcher targets) {
    return new TargetNames() {
      @Override
      public boolean isTarget(String internalName) {
        return targets.isTarget(internalName);
      }

      @Override
      public boolean isNamed(String internalName) {
        return targets.isNamed(internalName);
      }

      @Override
      public String jdkTargetBeside(String internalName) {
        return targets.jdkTargetBeside(internalName);
      }

      @Override
      public boolean isFactory(String internalName, String method) {
        return targets.isFactory(internalName, method);
      }
    };
  }

  /** Returns what forgets the class files of other classes that were read. */
  public Chore forgetting() {
    return classFiles;
  }

  /**
   * Weaves the class file; null leaves it as it is.
   *
   * @param domain where the class comes from
   * @param loaded whether the class is there already, and runs its old code for a while
   */
  public byte[] weave(
      ClassLoader loader,
      String className,
      ProtectionDomain domain,
      boolean loaded,
      byte[] classFile) {
    byte[] woven = wovenOrNull(loader, className, domain, loaded, classFile);
    if (context.targets.isTarget(className)) {
      seen.add(ClassNames.binary(className));
    }
    return woven;
  }

  /**
   * Tells whether a class file of that name, which is a target's, was looked at.
   *
   * @param className binary name
   */
  public boolean hasSeen(String className) {
    return seen.contains(className);
  }

  private byte[] wovenOrNull(
      ClassLoader loader,
      String className,
      ProtectionDomain domain,
      boolean loaded,
      byte[] classFile) {
    if (!seesDispatch(loader)) {
      left(className, Reason.LOADER_HIDES_DISPATCH);
      return null;
    }
    boolean own = application.contains(ClassNames.binary(className), loader, domain);
    WeaveResult result = weaver.weave(classFile, classFiles.of(loader), ids.of(loader, own), own);
    superclasses.woven(loader, className, result);
    if (result.problem() != null) {
      unwoven(loader, className);
      failures.warn(
          "class file",
          result.problem(),
          "{} is left as it is: its class file was not understood",
          className);
    }
    if (result.shape() != null) {
      accept(loader, loaded, result);
    }
    absent(result.absent());
    canonicals.holderSeen(ClassNames.binary(className));
    note(result.woven(), own);
    skipped(result.skipped());
    return result.classFile();
  }

  /**
   * Records a whole class as not woven. Its constructions are counted by the hook of the target, if
   * there is one.
   */
  private void left(String className, Reason reason) {
    String name = ClassNames.binary(className);
    noteRoom(targets.notWoven().add(name, reason));
    if (context.targets.isTarget(className)) {
      findings.addRefused(name, reason);
    }
  }

  /**
   * Records a class that could not be woven. If it was woven before, it no longer is, so its
   * constructors take no mark.
   */
  public void unwoven(ClassLoader loader, String className) {
    left(className, Reason.WEAVING_FAILED);
    Target target = targets.known(ClassNames.binary(className), loader);
    if (target != null) {
      target.markUnhooked();
    }
  }

  /** Records classes that the JVM did not let the agent weave after they were loaded. */
  public void refused(List<Class<?>> classes) {
    for (Class<?> each : classes) {
      left(ClassNames.internal(each.getName()), Reason.WEAVING_FAILED);
      Target target = targets.known(each);
      if (target != null) {
        target.markUnhooked();
      }
    }
  }

  private void absent(List<LearnedMember> members) {
    for (LearnedMember member : members) {
      findings.addRefused(member.description(), Reason.CANONICAL_ABSENT);
      failures.warn(
          "canonical " + member,
          null,
          "canonical={}: {} has no such static {}; name one that it declares itself,"
              + " com.acme.Holder#FIELD or com.acme.Holder#method()",
          member,
          ClassNames.binary(member.holder()),
          member.isMethod() ? "method without parameters" : "field");
    }
  }

  private void note(List<WovenSite> sites, boolean own) {
    boolean late = context.attached.equals("agentmain") || context.missed.any();
    for (WovenSite site : sites) {
      if (late && site.kind() == Kind.NEW) {
        targets.wovenLate().add(site.className(), site.method(), site.callLine());
        targets.wovenLate().add(site.className(), site.method(), -1);
      }
      if (site.kind() == Kind.NEW && LoaderSiteIds.isElsewhere(site, own)) {
        targets.wovenElsewhere().add(site.className(), site.method(), site.callLine());
      }
      if (site.factory() != null && !own) {
        continue; // counts what it hands out, for a line of the application's
      }
      if (site.factory() != null) {
        targets
            .factories()
            .add(
                site.target(),
                site.className(),
                site.method(),
                site.line(),
                site.factory().passed(),
                site.factory().isPlain());
      } else if (!site.isConstant()) {
        targets.varying().add(site.className(), site.method(), site.line());
      }
      if (site.isHandingOn()) {
        targets.handingOn().add(site.className(), site.method(), site.line());
      }
      if (site.isConfiguring()) {
        targets.configuring().add(site.className(), site.method(), site.line());
      }
    }
  }

  private void skipped(List<NotWovenSite> sites) {
    for (NotWovenSite each : sites) {
      WovenSite site = each.site();
      NotWovenPlace place =
          new NotWovenPlace(
              site.target(),
              site.className(),
              site.method(),
              site.line(),
              site.callLine(),
              site.kind(),
              each.reason());
      noteRoom(targets.notWoven().add(each.toString(), place));
    }
  }

  private void noteRoom(boolean hadRoom) {
    if (!hadRoom && full.compareAndSet(false, true)) {
      log.warn("too many places could not be woven: from here on they are not listed");
    }
  }

  /**
   * Takes a result. A class that was named as a target and cannot be one is refused, though its own
   * constructions are still woven.
   */
  private void accept(ClassLoader loader, boolean loaded, WeaveResult result) {
    TargetShape shape = result.shape();
    Reason refusal = shape.refusal();
    if (refusal == null) {
      Target target = targets.loaded(shape.binaryName(), loader);
      if (result.isHooked()) {
        target.markHooked();
        if (!loaded) {
          target.markHooksRunning();
        }
      }
      target.noteConstructors(shape.constructors());
      target.noteState(shape.isConfigurable(), shape.isRead());
      canonicals.read(target, shape);
      for (LearnedMember member : result.absent()) {
        canonicals.lacks(target, member);
      }
      router.prefer(loader);
      return;
    }
    unusable.look();
    if (!context.targets.isNamed(shape.internalName())) {
      return;
    }
    if (refusal == Reason.ABSTRACT) {
      targets.loaded(shape.binaryName(), loader).markHandedOut();
    } else {
      findings.addRefused(shape.binaryName(), refusal);
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
