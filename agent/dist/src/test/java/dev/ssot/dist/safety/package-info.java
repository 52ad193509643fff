/**
 * The application never notices: it runs as without the agent, whatever it is, however it ends and
 * whatever of the agent fails; an application without a target pays next to nothing.
 */
package dev.ssot.dist.safety;
