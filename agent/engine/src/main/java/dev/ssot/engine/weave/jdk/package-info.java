/**
 * Weaves the few classes of the JDK through which objects are made without a call site: reflection,
 * method handles, deserialization. Loaded by the agent's loader when a mode first redirects; knows
 * the bytecode library and nothing else of ours.
 */
package dev.ssot.engine.weave.jdk;
