/** Starts a service again and again, with and without agents, until its first answer. */
package dev.ssot.benchmarks.startup;
