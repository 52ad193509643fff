package dev.ssot.engine.redirect;

/** What a call site does until the modes change. */
public enum SiteAction {
  /** Constructs without counting. */
  CONSTRUCT,
  /** Constructs and counts. */
  COUNT,
  /** Answers with the canonical instance, once it is known. */
  REDIRECT,
  /** Throws as soon as an instance was constructed. */
  REFUSE
}
