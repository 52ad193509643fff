/**
 * What the report says to people, without how it looks: text, Markdown and HTML share these words.
 * Loaded by the agent's own loader; depends on {@code detect} alone. A class file may call a class
 * anything, an escape sequence or a tag included: each view escapes what it gets from here.
 */
package dev.ssot.engine.report.wording;
