package dev.ssot.engine.ledger;

import dev.ssot.engine.stack.OwnMaker;
import java.util.function.BooleanSupplier;

/**
 * Which constructions make the canonical instance of a target for the target itself: those of its
 * initialiser, and the first one of its provider. They are on nobody's behalf, and always
 * construct.
 */
final class Births {

  /** Who makes such instances. */
  final OwnMaker maker;

  private final BooleanSupplier isFactory;

  /** The site at which the provider constructs; null if it has not yet. */
  private volatile Site provided;

  /** What it had constructed when the last instance ended. */
  private volatile long ended;

  /**
   * @param isFactory whether the provider has answered different objects; null if there is none
   */
  @SuppressWarnings("MissingSummary") // the class says it
  Births(OwnMaker maker, BooleanSupplier isFactory) {
    this.maker = maker;
    this.isFactory = isFactory;
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
