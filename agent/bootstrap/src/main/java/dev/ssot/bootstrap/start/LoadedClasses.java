package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.zone.InputStreams;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** The classes that were loaded before the agent came, or before a target was added. */
public final class LoadedClasses {
  private final Instrumentation instrumentation;
  private final List<Class<?>> concerned = new ArrayList<>();

  private LoadedClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * Looks through all loaded classes of the application, if the agent was attached. That takes
   * about a second for 20,000 classes, while the application runs on.
   */
  static LoadedClasses concerned(StartContext context, LibraryWatch libraries) {
    return context.attached.equals("agentmain") ? thatName(context, libraries) : none(context);
  }

  /** Looks through all loaded classes, whenever they were loaded. */
  static LoadedClasses thatName(StartContext context, LibraryWatch libraries) {
    return thatName(context.instrumentation, context.targets, libraries);
  }

  /**
   * Looks through all loaded classes, whenever they were loaded.
   *
   * @param libraries told of each class; null if they are known already
   */
  static LoadedClasses thatName(
      Instrumentation instrumentation, TargetMatcher targets, LibraryWatch libraries) {
    LoadedClasses classes = new LoadedClasses(instrumentation);
    Class<?>[] loaded = instrumentation.getAllLoadedClasses();
    AskedLoaders asked = new AskedLoaders(loaded, targets);
    for (Class<?> type : loaded) {
      if (libraries != null) {
        libraries.loaded(type.getClassLoader(), ClassNames.internal(type.getName()), null);
      }
      classes.consider(type, targets, asked);
    }
    return classes;
  }

  static LoadedClasses none(StartContext context) {
    return new LoadedClasses(context.instrumentation);
  }

  /** Tells by their names whether a target is among all loaded classes. */
  static boolean hasTarget(StartContext context) {
    for (Class<?> type : context.instrumentation.getAllLoadedClasses()) {
      if (isTarget(type, context.targets)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the loaded classes that are targets by their names, but for those that the JVM shows to
   * no agent.
   */
  public static List<Class<?>> targets(StartContext context) {
    List<Class<?>> targets = new ArrayList<>();
    for (Class<?> type : context.instrumentation.getAllLoadedClasses()) {
      if (isTarget(type, context.targets) && context.instrumentation.isModifiableClass(type)) {
        targets.add(type);
      }
    }
    return targets;
  }

  private static boolean isTarget(Class<?> type, TargetMatcher targets) {
    return PrefilterTransformer.mayConcern(type.getClassLoader(), type.getName())
        && targets.isTarget(ClassNames.internal(type.getName()));
  }

  /** Puts targets first: a call site may rely on its target's constructors reporting. */
  private void consider(Class<?> type, TargetMatcher targets, AskedLoaders asked) {
    if (!PrefilterTransformer.mayConcern(type.getClassLoader(), type.getName())
        || !instrumentation.isModifiableClass(type)
        || !asked.contains(type.getClassLoader())
        || !concerns(type, targets)) {
      return;
    }
    if (targets.isTarget(ClassNames.internal(type.getName()))) {
      concerned.add(0, type);
    } else {
      concerned.add(type);
    }
  }

  private static boolean concerns(Class<?> type, TargetMatcher targets) {
    String resource = ClassNames.internal(type.getName()) + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(resource)) {
      return in != null && targets.concerns(InputStreams.readAll(in));
    } catch (Throwable unreadable) { // a loader of the application may throw anything
      return false;
    }
  }

  boolean isEmpty() {
    return concerned.isEmpty();
  }

  /** Returns those that name a target, the targets first. */
  List<Class<?>> classes() {
    return concerned;
  }
}
