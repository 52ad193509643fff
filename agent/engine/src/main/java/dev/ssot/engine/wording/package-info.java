/**
 * Sentences and numbers as people read them, shared by the text, Markdown and HTML report, the log
 * and the answers to commands. Loaded by the agent's own loader; depends on {@code snapshot}.
 */
package dev.ssot.engine.wording;
