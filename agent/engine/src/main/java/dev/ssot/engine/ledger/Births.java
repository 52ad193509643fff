package dev.ssot.engine.ledger;

import dev.ssot.engine.stack.OwnMaker;
import java.util.function.BooleanSupplier;

/**
 * Which constructions make the canonical instance of a target for the target itself: those of its
 * initialiser, and the first one of its provider. They are on nobody's behalf, and always
 * construct.
 */
final class Births {

  private final String holder;
  private final String provider;
  private final BooleanSupplier isFactory;

  /** The site at which the provider constructs; null if it has not yet. */
  private volatile Site provided;

  /** What it had constructed when the last instance ended. */
  private volatile long ended;

  /**
   * @param holder binary name of the class of the provider; null if there is none
   * @param provider name of its method; null if it is a field
   * @param isFactory whether the provider has answered different objects
   */
  Births(String holder, String provider, BooleanSupplier isFactory) {
    this.holder = holder;
    this.provider = provider;
    this.isFactory = isFactory;
  }

  /** Tells who makes such instances of a target. */
  OwnMaker of(String target) {
    return new OwnMaker(target, holder, provider);
  }

  /** Tells whether what the provider constructs now is to be the canonical instance. */
  boolean isOpen() {
    Site known = provided;
    return isFactory != null
        && !isFactory.getAsBoolean()
        && (known == null || known.constructions() <= ended);
  }

  /** Takes note of the site at which the provider constructs. */
  void note(Site site) {
    provided = site;
  }

  /** Takes note that the instance has ended, so that the provider is to make the next one. */
  void ended() {
    Site known = provided;
    ended = known == null ? 0 : known.constructions();
  }
}
