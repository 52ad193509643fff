/**
 * The pure domain: targets, call sites, constructions, instances, stacks. Loaded by the agent's own
 * loader; depends on the JDK alone. Holds no strong reference to an object, thread or class loader
 * of the application.
 */
package dev.ssot.engine.detect;
