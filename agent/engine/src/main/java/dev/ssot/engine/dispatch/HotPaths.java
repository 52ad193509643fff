package dev.ssot.engine.dispatch;

/**
 * Initialises the classes that run on the application's threads. Should the stack or the memory of
 * such a thread run out while a class is initialised there, that class could never be used again,
 * and constructions would go uncounted from then on.
 */
public final class HotPaths {
  /** The classes with a static initialiser in the packages that those threads run, by name. */
  static final String[] CLASSES = {
    "canonical.Canonical",
    "canonical.CanonicalMember",
    "canonical.CanonicalSource",
    "canonical.CanonicalSources",
    "canonical.LastLearned",
    "canonical.LearnedMembers",
    "canonical.NamedMember",
    "canonical.OpenWrites",
    "canonical.OverdueQuestions",
    "canonical.ProviderCall",
    "canonical.ProviderCheck$Verdict",
    "dispatch.ConstructionHandles",
    "dispatch.ConstructionSite",
    "dispatch.ConstructionSite$1",
    "dispatch.NestedClasses",
    "dispatch.RedirectedSite",
    "dispatch.ReflectiveArguments",
    "dispatch.RefusedSite",
    "dispatch.WrappedHandles",
    "guard.CallerSearch",
    "ledger.ConstructionEvents",
    "ledger.Counter",
    "place.Kind",
    "place.Passed",
    "place.PlainTypes",
    "place.Reason",
    "policy.ModeScope",
    "policy.TargetEpoch",
    "redirect.Answer",
    "redirect.Redirects",
    "redirect.Redirects$1",
    "redirect.SiteAction",
    "stack.FrameRoles",
    "stack.Frames",
    "stack.ObjectLibraries",
    "stack.PartialStack",
    "stack.ThreadStack",
    "stack.Walker",
  };

  /**
   * What a first construction loads beside them. To load a class near the end of a stack makes
   * {@code java.lang.instrument} complain on the error stream, as it cannot call our transformer.
   */
  private static final String[] LOADED = {
    "application.ApplicationCode$1",
    "attribution.CallerSites",
    "attribution.StackReader",
    "dispatch.FactoryLinks",
    "dispatch.LinkedFactory",
    "dispatch.OriginSite",
    "ledger.ConstructionRate",
    "ledger.PlainSite",
    "ledger.PlainSite$Decision",
    "ledger.Site",
    "ledger.StackSample",
    "ledger.StackSamples",
    "ledger.WeakIdentityMap$Key",
    "ledger.WeakIdentityMap$Probe",
    "place.ConstructorLines",
    "place.Location",
    "place.SiteFacts",
    "redirect.GivenArguments",
    "redirect.PlainArguments",
    "stack.FrameRoles$1",
    "stack.OriginSearch",
    "weave.ParameterNames",
  };

  /**
   * A class of the JDK, from 8 to 25, that is initialised when a method handle has to initialise a
   * class for the first time. If the stack runs out in there, no handle of the JVM ever can again.
   */
  private static final String OF_HANDLES = "java.lang.invoke.DirectMethodHandle$EnsureInitialized";

  private static final String PACKAGE = "dev.ssot.engine.";

  private HotPaths() {}

  /** Initialises them all. To be called on a thread of the agent. */
  public static void initialise() throws ClassNotFoundException {
    load(CLASSES);
    load(LOADED);
    initialiseForHandles();
  }

  private static void initialiseForHandles() {
    try {
      Class.forName(OF_HANDLES, true, null);
    } catch (ClassNotFoundException thisJdkHasNone) {
      // and so it cannot be lost
    }
  }

  private static void load(String[] classes) throws ClassNotFoundException {
    for (String each : classes) {
      Class.forName(PACKAGE + each, true, HotPaths.class.getClassLoader());
    }
  }
}
