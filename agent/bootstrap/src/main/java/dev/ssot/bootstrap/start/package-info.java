/**
 * The start in its order (options, dispatch class, prefilter, and the engine once a class file
 * names a target), and the end. Loaded by the system loader, visible to the application; before the
 * first class file that names a target it uses nothing but {@code java.base}. Both sides of the
 * loader boundary know {@code AgentEngine} and {@code StartContext}.
 */
package dev.ssot.bootstrap.start;
