/**
 * The options of the user: read, checked and typed, before anything else of the agent exists.
 * Loaded by the system loader on the premain path; depends on {@code java.base} alone.
 */
package dev.ssot.bootstrap.options;
