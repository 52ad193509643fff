/**
 * What the weaver is told and what it tells: plain data, no bytecode library. Loaded by the agent's
 * loader; depends on {@code place} alone.
 */
package dev.ssot.engine.weave.site;
