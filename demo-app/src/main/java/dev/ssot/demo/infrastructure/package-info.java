/**
 * P3, service infrastructure: fifteen parts that configure, watch and tidy up the service. Each
 * makes a RedisManager of its own at the start.
 */
package dev.ssot.demo.infrastructure;
