/**
 * The MBean {@code dev.ssot:type=Agent}: open types for {@code command}. Registered once the
 * application has made the platform MBean server. Loaded by the agent's own loader; knows no other
 * way in or out.
 */
package dev.ssot.engine.jmx;
