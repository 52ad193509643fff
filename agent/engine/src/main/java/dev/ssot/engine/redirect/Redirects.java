package dev.ssot.engine.redirect;

import dev.ssot.bootstrap.options.Arguments;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Share;
import dev.ssot.engine.canonical.Canonical;
import dev.ssot.engine.canonical.Canonicals;
import dev.ssot.engine.canonical.ClassBoundInstances;
import dev.ssot.engine.guard.Guard;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.SitePolicy;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decides the answer to each construction. This is the only place that decides: call sites, hooks,
 * dry run and report ask here, so that the report says what is done.
 */
public final class Redirects {
  private static final Object[] NONE = {};

  private final SitePolicy policy;
  private final Canonicals canonicals;
  private final Predicate<Kind> hooked;
  private final Guard guard;
  private final ClassBoundInstances instances = new ClassBoundInstances();

  /**
   * @param hooked whether the JDK asks, or would ask once a mode redirects, for constructions of
   *     that kind
   */
  @SuppressWarnings("MissingSummary") // the class says it
  public Redirects(SitePolicy policy, Canonicals canonicals, Predicate<Kind> hooked, Guard guard) {
    this.guard = guard;
    this.policy = policy;
    this.canonicals = canonicals;
    this.hooked = hooked;
  }

  /** Tells whether any construction may be answered otherwise than by constructing. */
  public boolean isActive() {
    return policy.isActive();
  }

  /**
   * Returns what a construction does until the modes change. One that a factory call hands out is
   * not redirected: the call is.
   *
   * @param passed what it passes; another one on the same line may pass something else
   */
  public SiteAction action(Site site, Passed passed) {
    Mode mode = policy.mode(site.target.className, site.location);
    if (site.location.kind != Kind.FACTORY && redirects(mode, site, passed)) {
      return SiteAction.REDIRECT;
    }
    if (mode.refuses() && allowedBecause(site) == null) {
      return SiteAction.REFUSE;
    }
    return mode.counts() ? SiteAction.COUNT : SiteAction.CONSTRUCT;
  }

  /** Tells whether a factory call is answered, until the modes change. */
  public boolean redirectsCall(Site site, Passed passed) {
    return redirects(policy.mode(site.target.className, site.location), site, passed);
  }

  private boolean redirects(Mode mode, Site site, Passed passed) {
    return mode.redirects() && reasonNotToAsk(site, passed) == null;
  }

  /**
   * Tells why {@code enforce} leaves a call site as it is.
   *
   * @return null if it redirects
   */
  public Reason reasonToKeep(Site site) {
    Reason reason = reasonNotToAsk(site, site.passed());
    return reason != null || isSharedApart(site) ? reason : canonicals.reasonForDoubt(site.target);
  }

  /** Tells whether what a site shares is not the canonical instance of all. */
  public boolean isSharedApart(Site site) {
    return sharesItsOwn(site) || isKeyed(site, site.passed());
  }

  /** Tells whether a site is to get again what it made first. */
  public boolean sharesItsOwn(Site site) {
    return policy.share(site.target.className, site.location) == Share.SITE;
  }

  /**
   * Returns the constructions per minute by which a call site adds to the churn of its target: none
   * if it may construct, nor if it is redirected now and constructed before.
   */
  public double churn(Site site) {
    double perMinute = site.perMinute();
    if (perMinute == 0 || allowedBecause(site) != null) {
      return 0;
    }
    Mode mode = policy.mode(site.target.className, site.location);
    return mode.redirects() && reasonToKeep(site) == null ? 0 : perMinute;
  }

  /**
   * Tells why a call does not even ask for the instance. That there is none to be had, as the
   * provider is absent, unknown or a factory, is no such reason: the call asks, so that the failure
   * is counted, and that it notices a provider that shows up.
   */
  private Reason reasonNotToAsk(Site site, Passed passed) {
    Reason allowed = allowedBecause(site);
    Reason unwoven = allowed != null ? allowed : notWovenBecause(site);
    if (unwoven != null) {
      return unwoven;
    }
    if (site.target.isUnguarded()) {
      return Reason.NOT_GUARDED;
    }
    boolean inside =
        site.location.kind == Kind.FACTORY
            ? !site.isWovenCall()
            : policy.isMadeInside(site.target.className, site.location);
    if (inside) {
      Reason left = site.target.notWoven().reasonOfCallAt(site.target.className, site.location);
      return left == null ? Reason.FACTORY_METHOD : left;
    }
    if (sharesItsOwn(site) && !isWoven(site.location.kind)) {
      return Reason.SHARE_NOT_WOVEN;
    }
    if (hasArguments(site, passed) && keepsArguments(site)) {
      return site.readsState() ? Reason.DESERIALIZED_STATE : Reason.ARGUMENTS;
    }
    if (isKeyed(site, passed) && !site.hasPlainArguments()) {
      return Reason.ARGUMENTS_NOT_PLAIN;
    }
    if (site.isConfiguring() && !policy.options().ignoresConfigured()) {
      return Reason.CONFIGURED_AFTER_CONSTRUCTION;
    }
    return mergesConfigurations(site) ? Reason.CONFIGURABLE : null;
  }

  /**
   * Tells whether what a call passes may tell objects apart. What is the same each time does not,
   * where nobody else gets what the call made.
   */
  private boolean hasArguments(Site site, Passed passed) {
    return passed == Passed.VALUES || (passed == Passed.CONSTANTS && !sharesItsOwn(site));
  }

  /**
   * Tells whether objects that may be configured otherwise each would become one: nobody has
   * declared which one is right, or another place constructs, and who configures what it hands out
   * is not known.
   */
  private boolean mergesConfigurations(Site site) {
    return site.target.isConfigurable()
        && (canonicals.isFirst(site.target) || site.location.via != null)
        && !sharesItsOwn(site)
        && !policy.options().ignoresConfigured();
  }

  /**
   * Tells whether a call site passes arguments that are ignored, as it would get an instance made
   * without them.
   */
  public boolean ignoresArguments(Site site) {
    return site.hasArguments() && policy.ignoresArguments() && reasonToKeep(site) == null;
  }

  /** Says in words what a redirected call site gets. */
  public String answer(Site site) {
    if (isKeyed(site, site.passed())) {
      return "the first instance made with the same arguments";
    }
    if (sharesItsOwn(site)) {
      return "the instance that this call site made first";
    }
    Canonical canonical = canonicals.of(site.target);
    String member = canonical.member().description();
    if (canonical.standIn() != null) {
      return "a stand-in, which a call site has made, until " + member + " is known";
    }
    return member == null ? "the first instance" : member;
  }

  /**
   * Tells whether a site with arguments must construct: only a woven call reports what it has
   * constructed, and with which arguments. Of a library's, these are not known before it asks. Of a
   * factory call they are, if nothing else goes into it.
   */
  private boolean keepsArguments(Site site) {
    Location location = site.location;
    switch (policy.options().arguments()) {
      case IGNORE:
        return false;
      case KEY:
        return location.kind == Kind.FACTORY
            ? !site.hasPlainArguments()
            : !isWoven(location.kind) || location.via != null;
      default:
        return true;
    }
  }

  private static boolean isWoven(Kind kind) {
    return kind == Kind.NEW || kind == Kind.METHOD_REFERENCE || kind == Kind.FACTORY;
  }

  private Reason allowedBecause(Site site) {
    return policy.allowedBecause(site.target.className, site.location);
  }

  private Reason notWovenBecause(Site site) {
    Kind kind = site.location.kind;
    if (kind == Kind.UNATTRIBUTED) {
      Reason left = site.target.notWoven().reasonOf(site.location.construction().className);
      return left == null ? Reason.UNATTRIBUTED : left;
    }
    if (site.isMadeByLibrary()) {
      return Reason.MADE_BY_LIBRARY;
    }
    if (!isWoven(kind) && site.isCalledByHiddenClass()) {
      return Reason.HIDDEN_CLASS;
    }
    if (site.location.isOfRunningFrame()) {
      return Reason.RUNNING_FRAME;
    }
    if (!isWoven(kind)) {
      return hookMissing(site);
    }
    if (site.isLinked() || kind == Kind.FACTORY) {
      return null;
    }
    Reason left = site.target.notWoven().reasonAt(site.location.construction());
    // If the site itself has no reason, it calls a function object whose class was not woven.
    return left == null ? Reason.HIDDEN_CLASS : left;
  }

  private Reason hookMissing(Site site) {
    if (!hooked.test(site.location.kind)) {
      return Reason.JDK_HOOKS_OFF;
    }
    return site.isCalledByOlderHandle() ? Reason.OLDER_HANDLE : null;
  }

  /**
   * Tells whether the answer depends on the arguments, so that no single instance can be linked.
   *
   * @param passed what the call passes
   */
  public boolean isKeyed(Site site, Passed passed) {
    return hasArguments(site, passed) && policy.options().arguments() == Arguments.KEY;
  }

  /**
   * Copies what a factory call passes.
   *
   * @return null if nobody asks for it
   */
  public GivenArguments given(Object[] arguments) {
    return policy.options().arguments() == Arguments.KEY ? GivenArguments.of(arguments) : null;
  }

  /** Takes note that a woven call passes a value of that type. */
  public static void noteArgument(Site site, Class<?> parameter) {
    site.noteArguments();
    if (!PlainArguments.arePlain(parameter)) {
      site.noteOtherThanPlainArgument();
    }
  }

  /**
   * Finds the shared instance for a site that is to be redirected; waits for it if needed, bounded
   * by {@code canonical.wait}, and counts a redirect of the site. Called on a thread of the
   * application.
   *
   * @param type the class to be constructed
   * @param key arguments of the constructor, if the answer depends on them; else null
   * @return if that is to construct, tell by {@link #constructed} or {@link #abandoned}
   */
  public Answer obtain(Site site, Class<?> type, Object[] key) {
    return answer(site, type, null, key, true);
  }

  /**
   * Finds what a site shares with itself alone, as {@link #obtain} does.
   *
   * @param caller the class that has the site, or on whose behalf that constructs
   * @param key of that site alone
   */
  public Answer obtainOwn(Site site, Class<?> type, Class<?> caller, Object[] key) {
    return answer(site, type, caller, key, true);
  }

  /**
   * Keeps what a factory call has made, to be handed out there again.
   *
   * @param caller the class that has the call, if it shares with itself alone; else null
   * @param key of that call, or of what it passes
   */
  public void keep(Site site, Object made, Class<?> caller, Object[] key) {
    if (site.target.isHandedOut() && !guard.isAsked(made.getClass())) {
      return; // its maker may end it before anybody notices
    }
    List<Object> plain = PlainArguments.key(key);
    if (plain != null) {
      constructed(site, made, Answer.pending(plain, caller));
    }
  }

  /**
   * Finds the instance for a factory call that is to be redirected, as {@link #obtain} does. What
   * the call makes otherwise is told by {@link #keep}.
   *
   * @param caller the class that has the call, if it shares with itself alone; else null
   * @param key of that call, or of what it passes; null to share with all others
   */
  public Object obtainForCall(Site site, Class<?> type, Class<?> caller, Object[] key) {
    return answer(site, type, caller, key, false).instance();
  }

  /**
   * Finds the answer of a site that is to be redirected.
   *
   * @param tells whether the site tells what it constructs otherwise
   */
  private Answer answer(Site site, Class<?> type, Class<?> caller, Object[] key, boolean tells) {
    return give(
        site,
        key == null
            ? Answer.of(canonical(site.target, type, tells))
            : keyed(site.target, type, key, caller));
  }

  /** Counts the redirect before the site gets the instance. */
  private Answer give(Site site, Answer answer) {
    Object instance = answer.instance();
    if (instance == null) {
      return answer;
    }
    if (!guard.share(instance, site)) {
      if (!guard.isClosed()) {
        site.target.countFailure(Reason.CANONICAL_NOT_GUARDED);
      }
      return Answer.CONSTRUCT;
    }
    site.countRedirect();
    site.target.events.redirected(site);
    return answer;
  }

  /** Lets go of what is shared; the agent leaves, and hands out nothing any more. */
  public void release() {
    instances.release();
  }

  private Object canonical(Target target, Class<?> type, boolean tells) {
    Object shared = canonicals.obtain(target, type, tells);
    if (shared != null) {
      instances.hold(shared);
    }
    return shared;
  }

  private Answer keyed(Target target, Class<?> type, Object[] arguments, Class<?> caller) {
    List<Object> key = PlainArguments.key(arguments);
    if (key == null) {
      target.countFailure(Reason.ARGUMENTS_NOT_PLAIN);
      return Answer.CONSTRUCT;
    }
    Object made = instances.madeWith(caller, type, key);
    if (made != null && canonicals.isInProvider(target)) {
      return Answer.CONSTRUCT;
    }
    return made == null ? Answer.pending(key, caller) : Answer.of(made);
  }

  /**
   * Takes note that a call that was to be redirected has constructed.
   *
   * @param answer of {@link #obtain}, if that depends on the arguments; else {@link
   *     Answer#CONSTRUCT}
   */
  public void constructed(Site site, Object made, Answer answer) {
    if (answer.isPending()) {
      if (canonicals.isUsable(site.target, made)
          && instances.holdFirst(answer.pendingKey().caller, made, answer.pendingKey().key)) {
        site.target.keyed().add(made);
        guard.keep(made, site);
      }
    } else if (canonicals.constructed(site.target, made)) {
      // The instance is shared from now on, even before somebody else asks. Its maker must not
      // close it, and as nobody closes it, it must not be collected.
      instances.hold(made);
      guard.keep(made, site);
    }
  }

  /**
   * Tells whether a call that would end the life of an instance is to do nothing, because the
   * instance is shared and the caller does not own it. Called in every mode, on the calling thread.
   */
  public boolean guards(Object instance, String method) {
    boolean nothing = guard.guards(instance, method);
    if (!nothing && (canonicals.end(instance) || endsHandedOut(instance))) {
      instances.forget(instance);
    }
    return nothing;
  }

  /** Takes note of the end of an object that a call has handed out, if it is shared. */
  private boolean endsHandedOut(Object instance) {
    Target target = guard.targetOf(instance);
    boolean handedOut = target != null && target.isHandedOut();
    if (handedOut) {
      target.keyed().remove(instance);
    }
    return handedOut;
  }

  /** Takes note that a canonical instance's field is about to be written. */
  public void write(Object value, String member) {
    canonicals.write(value, member);
  }

  /** Takes note that a method returns that may have written a canonical instance's field. */
  public void endWrite(String member) {
    canonicals.endWrite(member);
  }

  /**
   * Tells whether an answer holds until the modes change, so that it can be linked: not so while
   * the instance is not ready, see {@link Canonicals#obtain}.
   */
  public boolean isSettled(Site site, Object instance) {
    return canonicals.of(site.target).instance() == instance;
  }

  /** Takes note that a provider calls code that may construct on its behalf. */
  public void leave(String member) {
    canonicals.leave(member);
  }

  /** Tells whether each construction at a site has to ask if it runs inside the provider. */
  public boolean mayRunInProvider(Site site) {
    return canonicals.isConstructedElsewhere(site.target);
  }

  /** Takes note that a canonical instance's provider returns it. */
  public void learn(Object value, String member) {
    canonicals.learn(value, member);
  }

  /** Takes note that the constructor threw instead. */
  public void abandoned(Site site) {
    canonicals.abandoned(site.target);
  }

  /**
   * Returns what mode {@code fail} throws at a site instead of constructing, and counts the
   * refusal.
   *
   * @return null as long as nothing was constructed
   */
  public IllegalStateException refusal(Site site) {
    Site first = canonicals.birth(site.target);
    if (first == null) {
      return null;
    }
    site.countRefusal();
    return SecondConstruction.refused(site.target, first, canonicals.of(site.target).replacement());
  }

  /**
   * Decides on one construction that has no linked call site: reflection, method handles,
   * deserialization.
   *
   * @param arguments of the constructor; null for none. Never shown
   * @return the answer; if it is the canonical instance, a redirect of the site was counted
   */
  public Answer instead(Site site, Class<?> type, Object[] arguments) {
    Object[] given = arguments == null ? NONE : arguments;
    if (given.length > 0) {
      site.noteArguments();
    }
    boolean values = given.length > 0 || site.readsState();
    switch (action(site, values ? Passed.VALUES : Passed.NOTHING)) {
      case REDIRECT:
        return give(site, Answer.of(canonical(site.target, type, false)));
      case REFUSE:
        return Answer.refusal(refusal(site));
      default:
        return Answer.CONSTRUCT;
    }
  }
}
