package dev.ssot.engine.redirect;

/** What a call site does as long as the modes hold. */
public enum SiteAction {
  /** Constructs, and nobody counts. */
  CONSTRUCT,
  /** Constructs and counts. */
  COUNT,
  /** Answers with the canonical instance, once it is known. */
  REDIRECT,
  /** Throws as soon as an instance was constructed. */
  REFUSE
}
