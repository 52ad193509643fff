/**
 * Code that must run in the agent's own loader before the engine does. Depends on {@code java.base}
 * alone.
 */
package dev.ssot.definer;
