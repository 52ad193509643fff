/**
 * Reading a stack, whoever asks and whatever for. Loaded by the agent's own loader, runs on the
 * application's threads; depends on the JDK alone.
 */
package dev.ssot.engine.stack;
