package dev.ssot.engine.canonical;

/** One target's canonical instance and those who are asked for it. */
final class CanonicalSource {
  /** Of a class whose file was not read: nothing is known, nothing is redirected. */
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
