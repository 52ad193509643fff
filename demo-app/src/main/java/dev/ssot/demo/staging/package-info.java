/**
 * P4, test infrastructure: twelve fixtures, bots and probes that run in staging beside the real
 * thing. Each makes a RedisManager of its own at the start.
 */
package dev.ssot.demo.staging;
