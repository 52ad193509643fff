package dev.ssot.engine.canonical;

/** The canonical instance of one target, with the provider or the race that yields it. */
final class CanonicalSource {
  /** For a class whose file was not read: nothing is known and nothing is redirected. */
  static final CanonicalSource NONE =
      new CanonicalSource(new Canonical(CanonicalMember.UNKNOWN, false), null);

  final Canonical canonical;
  final ProviderCall provider;
  final FirstConstructionRace first;

  CanonicalSource(Canonical canonical, RedirectListener listener) {
    this.canonical = canonical;
    this.provider = new ProviderCall(canonical, listener);
    this.first = new FirstConstructionRace(canonical);
  }
}
