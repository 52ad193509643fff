/**
 * How the outside speaks to the engine: configuration file, JMX. Loaded by the agent's own loader;
 * an adapter, it knows no other adapter.
 */
package dev.ssot.engine.control;
