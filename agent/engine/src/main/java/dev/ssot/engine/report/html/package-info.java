/**
 * The report as a page for a mail: one file, no script, nothing loaded from anywhere. Loaded by the
 * agent's own loader; depends on {@code snapshot} and {@code wording}. Everything written passes
 * {@link dev.ssot.engine.report.html.Tags}, which escapes it and closes what it opens.
 */
package dev.ssot.engine.report.html;
