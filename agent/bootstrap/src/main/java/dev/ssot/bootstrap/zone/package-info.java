/**
 * What the agent has of its own in this JVM: the hidden part of its jar, the loader of that, the
 * dispatch class, threads and the way to the terminal. Loaded by the system loader; {@code
 * java.base} only.
 */
package dev.ssot.bootstrap.zone;
