/**
 * The report as people read it: in a terminal of 100 columns, at three in the morning. Loaded by
 * the agent's own loader; depends on {@code snapshot} and {@code wording}. Every name of the
 * application passes {@link dev.ssot.engine.wording.Printable#escape} on its way out, because a
 * class file may call a class anything, an escape sequence included.
 */
package dev.ssot.engine.report.text;
