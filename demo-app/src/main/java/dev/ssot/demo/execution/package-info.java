/**
 * P2, agent execution: twelve parts that see the messages, keep the state of the agents and answer
 * commands. Each makes a RedisManager of its own at the start.
 */
package dev.ssot.demo.execution;
