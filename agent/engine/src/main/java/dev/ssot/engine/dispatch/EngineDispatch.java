package dev.ssot.engine.dispatch;

import dev.ssot.bootstrap.zone.Loaders;
import dev.ssot.engine.detect.DetectionListener;
import dev.ssot.engine.detect.Kind;
import dev.ssot.engine.detect.Location;
import dev.ssot.engine.detect.Site;
import dev.ssot.engine.detect.Target;
import dev.ssot.engine.detect.Targets;
import dev.ssot.engine.detect.UnaccountedConstructions;
import dev.ssot.engine.redirect.Redirects;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Answers for all woven code. The bootstrap of one place may run several times (racing threads,
 * another agent's retransformation): everything is keyed by the place, never by the call.
 */
public final class EngineDispatch extends SsotDispatch {
  /** Indexes into the facts, counted from their end. */
  private static final int METHOD = 6;

  private static final int DESCRIPTOR = 5;
  private static final int ORDINAL = 4;
  private static final int FILE = 3;
  private static final int LINE = 2;
  private static final int CALL_LINE = 1;

  /** Generated callers may be without number; beyond it, places are parsed each time. */
  private static final int OLD_PLACES = 10_000;

  private static final Pattern COMPILER_MARKER =
      Pattern.compile("kotlin\\.jvm\\.internal\\.DefaultConstructorMarker|.*\\$\\d+");

  private final Targets targets;
  private final DetectionListener listener;
  private final UnaccountedConstructions unaccounted;
  private final ModeEpoch epoch;
  private final Redirects redirects;
  private final String registryType;
  private final Consumer<Object> registries;

  /** Places in class files without invokedynamic, by their constant: the string is interned. */
  private final ConcurrentMap<String, Location> oldPlaces =
      new ConcurrentHashMap<String, Location>();

  /**
   * @param registryType the class whose objects are no target's, compared by name
   * @param registries told of those objects, on the application's threads
   */
  public EngineDispatch(
      Targets targets,
      DetectionListener listener,
      ModeEpoch epoch,
      Redirects redirects,
      String registryType,
      Consumer<Object> registries) {
    super(null);
    this.epoch = epoch;
    this.redirects = redirects;
    this.registryType = registryType;
    this.registries = registries;
    this.targets = targets;
    this.listener = listener;
    this.unaccounted = new UnaccountedConstructions(targets);
  }

  @Override
  protected CallSite linkConstruction(
      MethodHandles.Lookup caller, MethodType type, Object[] facts) {
    if (isNoTarget(type.returnType())) {
      return null;
    }
    Target target = targets.of(type.returnType());
    Location location = location(caller.lookupClass(), facts, Kind.NEW);
    Site site = target.site(location);
    noteArguments(type, site);
    CallSite linked = new ConstructionSite((MethodHandle) facts[0], site, false, epoch, redirects);
    target.calledAt(location, (Integer) facts[facts.length - CALL_LINE]);
    return linked;
  }

  @Override
  protected CallSite linkReference(
      MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments, Object[] facts)
      throws Throwable {
    MethodHandle constructor = (MethodHandle) arguments[1];
    if (isNoTarget(constructor.type().returnType())) {
      return null;
    }
    Target target = targets.of(constructor.type().returnType());
    Location location = location(caller.lookupClass(), facts, Kind.METHOD_REFERENCE);
    Site site = target.site(location);
    noteArguments(constructor.type(), site);
    CallSite construct = new ConstructionSite(constructor, site, true, epoch, redirects);
    return ReferenceLink.link(caller, name, type, arguments, construct.dynamicInvoker());
  }

  @Override
  protected void unaccounted(Object made, String target) {
    if (target.equals(registryType)) {
      registries.accept(made);
    } else {
      unaccounted.completed(made, target);
    }
  }

  @Override
  protected void accounted(Object made, String facts) {
    if (isNoTarget(made.getClass())) {
      return;
    }
    Location place = oldPlaces.get(facts);
    if (place == null) {
      place = parse(facts);
      if (oldPlaces.size() < OLD_PLACES) {
        oldPlaces.put(facts, place);
      }
    }
    Site site = targets.of(made.getClass()).site(place);
    if (site.isCounted()) {
      site.constructed(made);
    }
  }

  @Override
  protected void learn(Object value, String member) {
    redirects.learned(value, member);
  }

  @Override
  protected void failed(Throwable problem) {
    listener.failed(problem);
  }

  /** Kotlin and javac 8 reach some constructors by an extra parameter that is always null. */
  private static void noteArguments(MethodType constructor, Site site) {
    site.linked();
    for (Class<?> parameter : constructor.parameterArray()) {
      if (!COMPILER_MARKER.matcher(parameter.getName()).matches()) {
        site.passesArguments();
      }
    }
  }

  /**
   * Names alone do not tell: a pattern may match an enum, or a {@code javax} class, which is a
   * library's or the JDK's.
   */
  private static boolean isNoTarget(Class<?> type) {
    return type.isEnum() || Loaders.isOfTheJdk(type.getClassLoader());
  }

  private static Location location(Class<?> caller, Object[] facts, Kind kind) {
    int end = facts.length;
    return Location.woven(
        caller.getName(),
        (String) facts[end - METHOD],
        (String) facts[end - DESCRIPTOR],
        (Integer) facts[end - ORDINAL],
        (String) facts[end - FILE],
        (Integer) facts[end - LINE],
        kind);
  }

  /** See {@link SsotDispatch#constructed}. */
  private static Location parse(String facts) {
    String[] parts = facts.split("\n", -1);
    int end = parts.length;
    return Location.woven(
        parts[0],
        parts[end - METHOD],
        parts[end - DESCRIPTOR],
        Integer.parseInt(parts[end - ORDINAL]),
        parts[end - FILE],
        Integer.parseInt(parts[end - LINE]),
        Kind.NEW);
  }
}
