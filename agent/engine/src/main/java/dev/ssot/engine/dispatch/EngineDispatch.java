package dev.ssot.engine.dispatch;

import dev.ssot.engine.attribution.UnaccountedConstructions;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.PlainSite;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.OnBehalf;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.place.SiteFacts;
import dev.ssot.engine.policy.ModeEpoch;
import dev.ssot.engine.redirect.Answer;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.stack.Privileged;
import dev.ssot.engine.weave.site.WovenSite;
import dev.ssot.engine.weave.site.WovenSites;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.Constructor;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Answers for all woven code. The bootstrap of one place may run several times (racing threads,
 * another agent's retransformation): everything is keyed by the place, never by the call.
 */
public final class EngineDispatch extends SsotDispatch {
  private final Targets targets;
  private final DetectionListener listener;
  private final UnaccountedConstructions unaccounted;
  private final ModeEpoch epoch;
  private final Redirects redirects;
  private final JdkAnswers jdk;
  private final Consumer<Object> registries;
  private final CallerNumbers callers = new CallerNumbers();
  private final LinkedSites plain = new LinkedSites();
  private final GivenHandles given = new GivenHandles();

  /** The numbers of this engine's sites begin behind it; 0 before {@link #connect()}. */
  private int firstSite;

  private final PlainLinks links;
  private final WovenSites woven;
  private final FactoryLinks factories;
  private final Queue<UnlinkedSite> unlinkedSites = new ConcurrentLinkedQueue<>();

  /**
   * @param registries told of Micrometer's registries, on the application's threads
   */
  public EngineDispatch(
      Targets targets,
      WovenSites woven,
      DetectionListener listener,
      ModeEpoch epoch,
      Redirects redirects,
      Consumer<Object> registries) {
    this.epoch = epoch;
    this.redirects = redirects;
    this.jdk = new JdkAnswers(targets, listener, answers(redirects), given);
    this.registries = registries;
    this.woven = woven;
    this.factories = new FactoryLinks(targets, woven, epoch, redirects);
    this.links = new PlainLinks(targets, woven, plain, epoch, redirects);
    this.targets = targets;
    this.listener = listener;
    this.unaccounted = new UnaccountedConstructions(targets, jdk);
  }

  /** Adapts without method references, as this is made while the application waits. */
  private static Answers answers(Redirects redirects) {
    return new Answers() {
      @Override
      public Answer instead(Site site, Class<?> made, Object[] arguments) throws Throwable {
        return redirects.instead(site, made, arguments);
      }

      @Override
      public boolean isActive() {
        return redirects.isActive();
      }
    };
  }

  @Override
  protected MethodHandle constructor(
      MethodHandles.Lookup caller, MethodType type, String descriptor) throws Exception {
    MethodHandle found =
        Privileged.isNeeded()
            ? Privileged.call(() -> ConstructorLookup.find(caller, type, descriptor))
            : ConstructorLookup.find(caller, type, descriptor);
    return jdk.unwrap(found); // the look-up itself is hooked while a mode redirects
  }

  @Override
  protected CallSite linkConstruction(
      MethodHandles.Lookup caller, MethodHandle constructor, MethodType type, Object[] facts)
      throws Exception {
    return Privileged.isNeeded()
        ? Privileged.call(() -> linked(caller, constructor, type, facts))
        : linked(caller, constructor, type, facts);
  }

  private CallSite linked(
      MethodHandles.Lookup caller, MethodHandle constructor, MethodType type, Object[] facts) {
    if (PlainLinks.isNoTarget(type.returnType())) {
      return null;
    }
    Target target = targets.of(type.returnType());
    if (target.isHandedOut()) {
      JdkEnds.note(target, type.returnType());
    }
    String descriptor = (String) facts[0];
    if (constructsOnBehalf(caller, facts, target)) {
      MethodHandle passing = constructor.asType(type);
      return originSite(
              passing, constructor.type(), descriptor, instruction(caller, facts), target, Kind.NEW)
          .callSite();
    }
    Location location = SiteFacts.in(facts).location(caller.lookupClass().getName(), Kind.NEW);
    Site site = target.site(location);
    Passed passing = PassedArguments.note(descriptor, constructor.type(), site);
    PlainSite numbered = plain.of(site, (Integer) facts[1]);
    if (passing != Passed.NOTHING && numbered.passed() == Passed.NOTHING) {
      WovenSite found = woven.get((Integer) facts[1]);
      numbered.note(found != null && found.isConstant() ? Passed.CONSTANTS : passing);
    }
    ConstructionSite linked =
        new ConstructionSite(
            constructor.asType(type),
            numbered,
            numbered.passed(),
            instruction(caller, facts),
            epoch.of(target),
            redirects,
            given);
    return linked.callSite();
  }

  /** Names a woven instruction, and tells it from the same one of a class in another loader. */
  private Instruction instruction(MethodHandles.Lookup caller, Object[] facts) {
    SiteFacts in = SiteFacts.in(facts);
    Class<?> type = caller.lookupClass();
    String name = in.method() + in.descriptor() + in.ordinal() + '@' + callers.get(type);
    return new Instruction(name, type);
  }

  @Override
  protected void retry(
      MutableCallSite unlinked,
      MethodHandles.Lookup caller,
      MethodHandle constructor,
      Object[] facts) {
    unlinkedSites.add(new UnlinkedSite(unlinked, caller, constructor, facts));
  }

  /** Makes this engine answer woven code. */
  public void connect() {
    firstSite = newSite();
    connect(this);
  }

  /**
   * Lets go of woven code: whatever was linked, and function objects and handles that were made,
   * constructs from now on, and leads to nothing of the engine. Code that runs on although its
   * class is no longer woven would be attributed by its stack to an engine that comes later.
   */
  public void release() {
    connect(null);
    given.release();
    int end = newSite();
    for (int id = firstSite; id < end; id++) {
      setPlain(id, BY_STACK);
    }
  }

  /** Links the sites whose linking has failed. On the agent's thread, which has stack enough. */
  public void linkAgain() {
    for (UnlinkedSite each = unlinkedSites.poll(); each != null; each = unlinkedSites.poll()) {
      each.link(this);
    }
  }

  @Override
  protected CallSite linkReference(
      MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments, Object[] facts)
      throws Throwable {
    return Privileged.isNeeded()
        ? Privileged.call(() -> linkedReference(caller, name, type, arguments, facts))
        : linkedReference(caller, name, type, arguments, facts);
  }

  private CallSite linkedReference(
      MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments, Object[] facts)
      throws Exception {
    MethodHandle constructor = (MethodHandle) arguments[1];
    if (PlainLinks.isNoTarget(constructor.type().returnType())) {
      return null;
    }
    Target target = targets.of(constructor.type().returnType());
    String descriptor = constructor.type().toMethodDescriptorString();
    if (constructsOnBehalf(caller, facts, target)) {
      MethodHandle construct =
          originSite(
                  constructor,
                  constructor.type(),
                  descriptor,
                  instruction(caller, facts),
                  target,
                  Kind.METHOD_REFERENCE)
              .handle();
      return ReferenceLink.link(caller, name, type, arguments, construct);
    }
    Location location =
        SiteFacts.in(facts).location(caller.lookupClass().getName(), Kind.METHOD_REFERENCE);
    Site site = target.site(location);
    Passed passing = PassedArguments.note(descriptor, constructor.type(), site);
    ConstructionSite construct =
        new ConstructionSite(
            constructor,
            plain.of(site, SsotDispatch.newSite()),
            passing,
            instruction(caller, facts),
            epoch.of(target),
            redirects,
            given);
    return ReferenceLink.link(caller, name, type, arguments, construct.dynamicInvoker());
  }

  private static boolean constructsOnBehalf(
      MethodHandles.Lookup caller, Object[] facts, Target target) {
    Class<?> type = caller.lookupClass();
    return OnBehalf.constructs(
        type.getName(),
        SiteFacts.in(facts).method(),
        target.className,
        target.application.contains(type));
  }

  private OriginSite originSite(
      MethodHandle constructor,
      MethodType passed,
      String descriptor,
      Instruction instruction,
      Target target,
      Kind kind) {
    return new OriginSite(
        constructor, passed, descriptor, instruction, target, kind, epoch, redirects, given);
  }

  @Override
  protected void unaccounted(Object made, String target) throws Exception {
    try {
      if (Privileged.isNeeded()) {
        Privileged.call(
            () -> {
              unaccounted.completed(made, target);
              return null;
            });
      } else {
        unaccounted.completed(made, target);
      }
    } catch (Throwable failed) {
      targets.countingFailed = true;
      throw failed;
    }
  }

  @Override
  protected int linkPlain(int id, Class<?> made) throws Exception {
    return Privileged.isNeeded()
        ? Privileged.call(() -> links.link(id, made))
        : links.link(id, made);
  }

  @Override
  protected Object[] beforeCall(int id, Class<?> caller) throws Exception {
    return beforeCall(id, caller, null);
  }

  @Override
  protected Object[] beforeCall(int id, Class<?> caller, Object[] arguments) throws Exception {
    return Privileged.isNeeded()
        ? Privileged.call(() -> factories.before(id, caller, arguments))
        : factories.before(id, caller, arguments);
  }

  @Override
  protected void afterCall(Object result, Object[] asked, int id) throws Exception {
    if (Privileged.isNeeded()) {
      Privileged.call(
          () -> {
            factories.after(result, asked, id);
            return null;
          });
    } else {
      factories.after(result, asked, id);
    }
  }

  @Override
  protected void afterUnanswered(Object result, long before, int id) throws Exception {
    if (Privileged.isNeeded()) {
      Privileged.call(
          () -> {
            factories.afterUnanswered(result, before, id);
            return null;
          });
    } else {
      factories.afterUnanswered(result, before, id);
    }
  }

  @Override
  protected void hookRan(int id) {
    plain.hookRan(id);
  }

  @Override
  protected void constructed(Object made, int id) {
    plain.constructed(made, id);
  }

  @Override
  protected void failedAt(int id) {
    plain.failed(id);
  }

  @Override
  protected void unaccountedFailed(Class<?> target) throws Exception {
    if (target == null) {
      return;
    }
    if (Privileged.isNeeded()) {
      Privileged.call(
          () -> {
            unaccounted.failed(target);
            return null;
          });
    } else {
      unaccounted.failed(target);
    }
  }

  @Override
  protected void notice(Object registry) {
    registries.accept(registry);
  }

  @Override
  protected boolean guards(Object instance, String method) throws Throwable {
    return redirects.guards(instance, method);
  }

  @Override
  protected Object answerReflection(Constructor<?> constructor, Object[] arguments)
      throws Throwable {
    return atTheEdge(jdk.reflected(constructor, arguments));
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
    return atTheEdge(jdk.deserialized(read));
  }

  @Override
  protected void write(Object value, String member) {
    redirects.write(value, member);
  }

  @Override
  protected void endWrite(String member) {
    redirects.endWrite(member);
  }

  @Override
  protected void learn(Object value, String member) {
    redirects.learn(value, member);
  }

  @Override
  protected void leave(String member) {
    redirects.leave(member);
  }

  @Override
  protected void failed(Throwable problem) {
    listener.failed(problem);
  }

  /**
   * Converts an answer for the dispatch class: an instance, an exception to throw, or null to
   * construct.
   */
  private static Object atTheEdge(Answer answer) {
    return answer.refusal() != null ? answer.refusal() : answer.instance();
  }
}
