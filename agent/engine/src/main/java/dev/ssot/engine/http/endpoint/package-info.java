/**
 * The HTTP endpoints, one class each. Loaded by the agent's own loader, with the option {@code
 * http} only; asks {@code command} and {@code metrics}.
 */
package dev.ssot.engine.http.endpoint;
