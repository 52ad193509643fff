package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;

/**
 * Gets every class file of the JVM and checks its constant pool. Only class files that name a
 * target start the engine and are passed to it. Runs on the application's threads, under their
 * class-loading locks.
 */
final class PrefilterTransformer implements ClassFileTransformer {
  /** A class file that ends too early to name anything. */
  private static final byte[] NONE = new byte[0];

  private final TargetMatcher targets;
  private final EngineStarter starter;

  PrefilterTransformer(TargetMatcher targets, EngineStarter starter) {
    this.targets = targets;
    this.starter = starter;
  }

  /**
   * Loads the classes that every call needs, by such a call: the JVM cannot load one of them while
   * it shows that same one here.
   */
  void loadWhatItNeeds() {
    byte[] unchanged = transform(PrefilterTransformer.class.getClassLoader(), "", null, null, NONE);
    assert unchanged == null;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    try {
      if (className == null || classFile == null) {
        return null;
      }
      if (!mayConcern(loader, className)) {
        starter.jdkClassLoaded(className);
        return null;
      }
      starter.applicationClassLoaded(loader, className);
      AgentEngine engine;
      if (targets.concerns(classFile)) {
        engine = starter.engineFor(loader, className);
      } else {
        engine = starter.engineIfStarted();
        if (engine != null && !LibraryWatch.isWoven(className) && !engine.weavesAlso(className)) {
          engine = null;
        }
      }
      return engine == null
          ? null
          : engine.transform(loader, className, domain, redefined != null, classFile);
    } catch (Throwable failed) {
      starter.missed.any = true;
      starter.failed(loader, className, redefined == null, failed);
      return null;
    }
  }

  /**
   * Returns false for classes of the JDK and of the agent.
   *
   * @param className binary or internal
   */
  static boolean mayConcern(ClassLoader loader, String className) {
    return !JdkClasses.isLoader(loader)
        && !(loader instanceof AgentClassLoader)
        && !AgentClassLoader.isBootstrap(className);
  }
}
