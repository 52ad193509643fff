/**
 * Changes class files: constructions of targets, and the constructors of targets. Loaded by the
 * agent's loader, only for class files that name a target; uses only Byte Buddy's ASM, because
 * {@code AgentBuilder} and {@code Advice} cost a start-up 0.2 to 0.9 s.
 */
package dev.ssot.engine.weave;
