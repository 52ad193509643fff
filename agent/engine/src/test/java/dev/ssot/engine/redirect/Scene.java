package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.OptionsException;
import dev.ssot.engine.canonical.Canonicals;
import dev.ssot.engine.canonical.ProviderCheck;
import dev.ssot.engine.canonical.TargetShape;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.ConstructorLines;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.policy.ModeScope;
import dev.ssot.engine.policy.Modes;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A target, its rules and its call sites, which ask as woven code does. */
public final class Scene {
  private static final Set<String> USUAL = Set.of("getInstance", "instance", "shared");

  /** Every provider can be asked. */
  public static final ProviderCheck SAFE = (target, member, loader) -> ProviderCheck.Verdict.SAFE;

  public final QuietListener listener = new QuietListener();
  final Class<?> type;
  final Modes modes;
  final Rules rules;
  public final Canonicals canonicals;
  public final Redirects redirects;
  final Targets targets;
  public final Target target;

  private Scene(Class<?> type, Options options, ProviderCheck check) {
    this.type = type;
    rules = new Rules(options, listener, check, true);
    modes = rules.modes;
    canonicals = rules.canonicals;
    redirects = rules.redirects;
    targets = new Targets(new Limits(1_000, 3), new Strict(), rules.policy);
    target = targets.of(type);
    canonicals.read(target, shape(type));
    canonicals.prepare();
  }

  /** Options as after the {@code =} of {@code -javaagent}, without the target. */
  public static Scene of(Class<?> type, String options) {
    return of(type, options, SAFE);
  }

  /** With a check of its provider. */
  public static Scene of(Class<?> type, String options, ProviderCheck check) {
    return new Scene(type, options("targets=" + type.getName() + "," + options), check);
  }

  /**
   * Of agent arguments.
   *
   * @throws AssertionError if they are not valid
   */
  public static Options options(String arguments) {
    try {
      return Options.read(arguments, Map.of(), Map.of(), path -> Map.of());
    } catch (OptionsException invalid) {
      throw new AssertionError(invalid);
    }
  }

  /** A woven {@code new} in a class of that name. */
  public Site site(String className) {
    Site site = target.site(Location.woven(className, "run", "()V", 0, "A.java", 7, Kind.NEW));
    site.markLinked();
    return site;
  }

  /** Switches all sites back. */
  public void observe() {
    modes.set(ModeScope.ALL, Mode.OBSERVE, "test");
  }

  /** Asks as a woven call site does, for good or in vain. */
  public Object call(Site site, Supplier<?> constructor, Object... arguments) {
    Passed passing = arguments.length > 0 ? Passed.VALUES : Passed.NOTHING;
    if (redirects.action(site, passing) != SiteAction.REDIRECT) {
      return site.countConstruction(constructor.get());
    }
    boolean keyed = redirects.isKeyed(site, passing);
    Answer answer = redirects.obtain(site, type, keyed ? arguments : null);
    return answer.isToConstruct() ? construct(site, constructor, keyed, answer) : answer.instance();
  }

  private Object construct(Site site, Supplier<?> constructor, boolean keyed, Answer answer) {
    Object made;
    try {
      made = site.countConstruction(constructor.get());
    } catch (RuntimeException thrown) {
      redirects.abandoned(site);
      throw thrown;
    }
    if (!keyed || answer.isPending()) {
      redirects.constructed(site, made, answer);
    }
    return made;
  }

  /** What the weaver reads off the class file. */
  public static TargetShape shape(Class<?> type) {
    List<TargetShape.Candidate> fields =
        Stream.of(type.getDeclaredFields())
            .filter(each -> each.getType() == type && isConstant(each.getModifiers()))
            .map(each -> new TargetShape.Candidate(each.getName(), each.getModifiers()))
            .toList();
    List<TargetShape.Candidate> methods =
        Stream.of(type.getDeclaredMethods())
            .filter(each -> each.getReturnType() == type && each.getParameterCount() == 0)
            .filter(each -> USUAL.contains(each.getName()))
            .map(each -> new TargetShape.Candidate(each.getName(), each.getModifiers()))
            .toList();
    String name = type.getName().replace('.', '/');
    return new TargetShape(name, 0, fields, methods, new ConstructorLines());
  }

  private static boolean isConstant(int modifiers) {
    return Modifier.isStatic(modifiers) && Modifier.isFinal(modifiers);
  }

  private static final class Strict implements DetectionListener {
    @Override
    public void sampled(StackSample sample) {}

    @Override
    public void failed(Throwable problem) {
      throw new AssertionError(problem);
    }
  }
}
