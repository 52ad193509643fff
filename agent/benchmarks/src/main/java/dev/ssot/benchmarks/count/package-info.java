/** The counts of the benchmark, the agent, and the aspects that the agent is compared with. */
package dev.ssot.benchmarks.count;
