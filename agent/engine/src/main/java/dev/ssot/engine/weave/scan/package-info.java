/**
 * Reads a class file and plans what the weaver may do to it; changes nothing. Loaded by the agent's
 * loader, only for class files that name a target; uses only Byte Buddy's ASM.
 */
package dev.ssot.engine.weave.scan;
