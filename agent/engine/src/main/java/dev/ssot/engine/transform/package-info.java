/**
 * Everything that uses {@code Instrumentation}: gives class files to the weaver as they are loaded,
 * retransforms what was loaded before, and keeps what was found on the way. Loaded by the agent's
 * own loader; depends on {@code weave}, {@code canonical} and {@code ledger}.
 */
package dev.ssot.engine.transform;
