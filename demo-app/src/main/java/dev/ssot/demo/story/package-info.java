/**
 * The incident told in acts: the service without the agent, in each of the agent's modes, rolled
 * back and put right again, each act in a JVM of its own and measured from outside. All that the
 * demo knows of the agent is here; the service itself knows nothing of it.
 */
package dev.ssot.demo.story;
