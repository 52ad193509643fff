/**
 * Where the JVM enters: start, start messages, command-line entry. Loaded by the system loader,
 * visible to the application; before the first class file that names a target it uses nothing but
 * {@code java.base}.
 */
package dev.ssot.bootstrap;
