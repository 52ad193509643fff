/**
 * Which object is the canonical instance of a target, and how it becomes known: from its field,
 * from its provider, from the first construction. Loaded by the agent's own loader, runs on the
 * application's threads for moments only; knows {@code policy}, {@code ledger} and the options, no
 * bytecode, snapshot, metrics, logging or HTTP.
 *
 * <p><b>One redirect, from the woven call to the answer.</b> Mode {@code enforce} holds, and the
 * application runs {@code new RedisManager()} in a woven class.
 *
 * <ol>
 *   <li>At its first run the JVM links the woven instruction: {@code SsotDispatch.construct} asks
 *       {@link dev.ssot.engine.dispatch.EngineDispatch}, which finds the {@link
 *       dev.ssot.engine.ledger.Target} of the class and the {@link dev.ssot.engine.ledger.Site} of
 *       the place, and notes which arguments the call passes.
 *   <li>{@code dispatch.ConstructionSite} reads the current epoch of its target ({@link
 *       dev.ssot.engine.policy.TargetEpoch}), and only then asks {@link
 *       dev.ssot.engine.redirect.Redirects#action} what the call does until that epoch ends.
 *   <li>{@code Redirects} asks {@link dev.ssot.engine.policy.SitePolicy} for the mode of the site,
 *       and itself for a reason to keep it: allowed, not woven, arguments, configured afterwards,
 *       or a refusal of its {@link dev.ssot.engine.canonical.Canonical}. Without one the answer is
 *       {@link dev.ssot.engine.redirect.SiteAction#REDIRECT}.
 *   <li>{@code dispatch.RedirectedSite} is linked, which calls {@link
 *       dev.ssot.engine.redirect.Redirects#obtain} for each construction, as long as the instance
 *       is not known or depends on the arguments.
 *   <li>{@code Redirects} asks {@link dev.ssot.engine.canonical.Canonicals}, which has a {@code
 *       Canonical} for each target, made when its class file was read: {@link
 *       dev.ssot.engine.canonical.CanonicalMember} says where the instance is to be found, and
 *       {@code CanonicalSearch} finds it.
 *   <li>The target's own static field is read ({@code Canonical.readField}): its class is
 *       initialised by now. What woven code told before is known already ({@link
 *       dev.ssot.engine.canonical.LearnedMembers} were hooked, {@link
 *       dev.ssot.engine.canonical.Canonicals#learn} was called). While the method that wrote the
 *       field goes on, {@code UnfinishedWrite} keeps the instance from other threads.
 *   <li>Else, under {@code canonical=first}, the oldest instance that is still alive is taken. If
 *       there is none, {@code FirstConstructionRace} lets one thread construct while the others
 *       wait for it.
 *   <li>Else {@code ProviderCall} has the provider asked, once at a time, on a thread that {@code
 *       ProviderThreads} makes: if {@link dev.ssot.engine.canonical.ProviderCheck} finds that it
 *       can be called without harm, {@code Provider} calls it. The site waits, bounded by {@code
 *       canonical.wait}; a question that fails is asked again later ({@code ProviderRounds}).
 *       Whether a member that the option names exists at all, {@code NamedMember} finds out in
 *       every mode.
 *   <li>Where that yields nothing, one object stands in: {@code FirstConstructionRace} lets one
 *       thread construct, and all share what it made ({@code Canonical.letStandIn}), until the
 *       application has made its own instance.
 *   <li>With {@code arguments=key} none of this is asked: {@code PlainArguments} makes a key of the
 *       arguments, and {@code ClassBoundInstances} knows the instance that was first made with an
 *       equal one.
 *   <li>A found instance is held by {@code ClassBoundInstances} as long as its class lives, shown
 *       to the {@link dev.ssot.engine.guard.Guard}, which keeps the site from closing it, and
 *       counted as a redirect of the site. Then it is the {@link dev.ssot.engine.redirect.Answer}.
 *   <li>{@code RedirectedSite} returns the instance. If it is the canonical one, {@code
 *       ConstructionSite} links it as a constant ({@code ConstructionHandles.constant}): until the
 *       epoch ends, a redirect costs a field read and its count, and none of the above runs. One
 *       that ends all the time is not linked, but looked up for each construction.
 *   <li>Without an instance the site constructs and counts as ever, then tells {@link
 *       dev.ssot.engine.redirect.Redirects#constructed} or {@link
 *       dev.ssot.engine.redirect.Redirects#abandoned}: what it made may be what all share from now
 *       on.
 *   <li>A switch of modes, or an instance that ends or is learned anew ({@link
 *       dev.ssot.engine.canonical.RedirectListener#replaced}), ends the epoch; the site links
 *       itself again at its next use.
 * </ol>
 *
 * <p>A site whose target has a provider that calls other code ({@code LeavingProviders}) asks each
 * time whether its thread is inside that provider, and constructs there.
 *
 * <p>Reflection, method handles and deserialization have no woven call: the hooks in the JDK ask
 * {@code dispatch.JdkAnswers}, which finds the site on the stack and asks {@link
 * dev.ssot.engine.redirect.Redirects#instead} for each construction.
 */
package dev.ssot.engine.canonical;
