/**
 * The agent's own resources in this JVM: the hidden part of its jar and its loader, the dispatch
 * class, threads and output to the terminal. Loaded by the system loader; {@code java.base} only.
 */
package dev.ssot.bootstrap.zone;
