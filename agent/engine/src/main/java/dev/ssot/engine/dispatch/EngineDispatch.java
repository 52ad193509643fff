package dev.ssot.engine.dispatch;

import dev.ssot.bootstrap.pattern.JdkClasses;
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
import java.lang.reflect.Constructor;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Answers for all woven code. The bootstrap of one place may run several times (racing threads,
 * another agent's retransformation): everything is keyed by the place, never by the call.
 */
public final class EngineDispatch extends SsotDispatch {
  /** Indexes into the facts, counted from their end. */
  static final int METHOD = 6;

  static final int DESCRIPTOR = 5;
  static final int ORDINAL = 4;
  static final int FILE = 3;
  static final int LINE = 2;
  private static final int CALL_LINE = 1;

  private static final Pattern COMPILER_MARKER =
      Pattern.compile("kotlin\\.jvm\\.internal\\.DefaultConstructorMarker|.*\\$\\d+");

  private final Targets targets;
  private final DetectionListener listener;
  private final UnaccountedConstructions unaccounted;
  private final ModeEpoch epoch;
  private final Redirects redirects;
  private final JdkAnswers jdk;
  private final String registryType;
  private final Consumer<Object> registries;

  private final OldSites oldSites;

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
    this.oldSites = new OldSites(redirects);
    this.epoch = epoch;
    this.redirects = redirects;
    this.jdk = new JdkAnswers(targets, listener, redirects::instead, redirects::isActive);
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
    boolean passing = noteArguments(type, site);
    CallSite linked =
        new ConstructionSite((MethodHandle) facts[0], site, passing, false, epoch, redirects);
    target.addCall(location, (Integer) facts[facts.length - CALL_LINE]);
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
    boolean passing = noteArguments(constructor.type(), site);
    CallSite construct = new ConstructionSite(constructor, site, passing, true, epoch, redirects);
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
    if (!isNoTarget(made.getClass())) {
      oldSites.constructed(made, targets.of(made.getClass()), facts);
    }
  }

  @Override
  protected Object answerOld(String facts, Class<?> type) {
    return isNoTarget(type) ? null : oldSites.answer(targets.of(type), type, facts);
  }

  @Override
  protected boolean guards(Object instance, String method) throws Throwable {
    return redirects.guards(instance, method);
  }

  @Override
  protected Object answerReflection(Constructor<?> constructor, Object[] arguments)
      throws Throwable {
    return jdk.reflected(constructor, arguments);
  }

  @Override
  protected MethodHandle wrap(MethodHandle found, MethodHandles.Lookup lookup) {
    return jdk.wrap(found);
  }

  @Override
  protected MethodHandle unwrap(MethodHandle handle) {
    return jdk.unwrap(handle);
  }

  @Override
  protected boolean resolves(Class<?> type) {
    return jdk.resolves(type);
  }

  @Override
  protected Object answerDeserialization(Object read) throws Throwable {
    return jdk.deserialized(read);
  }

  @Override
  protected void learn(Object value, String member) {
    redirects.learn(value, member);
  }

  @Override
  protected void failed(Throwable problem) {
    listener.failed(problem);
  }

  /** Kotlin and javac 8 reach some constructors by an extra parameter that is always null. */
  private static boolean noteArguments(MethodType constructor, Site site) {
    site.markLinked();
    boolean passing = false;
    for (Class<?> parameter : constructor.parameterArray()) {
      if (!COMPILER_MARKER.matcher(parameter.getName()).matches()) {
        Redirects.noteArgument(site, parameter);
        passing = true;
      }
    }
    return passing;
  }

  /**
   * Names alone do not tell: a pattern may match an enum, or a {@code javax} class, which is a
   * library's or the JDK's.
   */
  private static boolean isNoTarget(Class<?> type) {
    return type.isEnum() || JdkClasses.isLoader(type.getClassLoader());
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
}
