/**
 * The report as a ticket. Loaded by the agent's own loader; depends on {@code snapshot} and {@code
 * wording}. Every name of the application passes {@link dev.ssot.engine.report.markdown.Markdown}
 * on its way out.
 */
package dev.ssot.engine.report.markdown;
