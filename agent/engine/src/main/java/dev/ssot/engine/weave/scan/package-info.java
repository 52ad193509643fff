/**
 * Reads a class file and plans what the weaver may do to it; changes nothing. Loaded by the agent's
 * loader, for class files that name a target only; uses Byte Buddy's ASM and nothing else of it.
 */
package dev.ssot.engine.weave.scan;
