/**
 * The YAML file of the option {@code config}: reads it at start and again when it has changed.
 * Loaded by the agent's own loader, the reader earlier than the engine; knows no other way in or
 * out.
 */
package dev.ssot.engine.config;
