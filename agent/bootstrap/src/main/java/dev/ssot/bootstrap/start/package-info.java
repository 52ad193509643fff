/**
 * The start in its order: options, dispatch class, prefilter, and the engine once a class file
 * names a target; the end as well. Loaded by the system loader, visible to the application; before
 * the first class file that names a target it uses nothing but {@code java.base}. {@code
 * AgentEngine} and {@code StartContext} are what both sides of the loader boundary know.
 */
package dev.ssot.bootstrap.start;
