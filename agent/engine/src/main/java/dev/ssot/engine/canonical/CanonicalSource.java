package dev.ssot.engine.canonical;

/** The canonical instance of one target, with the provider or the race that yields it. */
final class CanonicalSource {
  /** For a class whose file was not read: nothing is known and nothing is redirected. */
  static final CanonicalSource NONE =
      new CanonicalSource(new Canonical(CanonicalMember.UNKNOWN, false), null, null);

  final Canonical canonical;
  final ProviderCall provider;
  final FirstConstructionRace race;
  final NamedMember named;

  /** Whether the listener knows of the stand-in. Used by the agent's thread alone. */
  boolean standInTold;

  /**
   * Whether the listener knows that the provider is a factory. Used by the agent's thread alone.
   */
  boolean factoryTold;

  CanonicalSource(Canonical canonical, RedirectListener listener, ProviderCheck check) {
    this.canonical = canonical;
    this.provider = new ProviderCall(canonical, listener, check);
    this.race = new FirstConstructionRace(canonical);
    this.named = new NamedMember(canonical, listener, check);
  }
}
