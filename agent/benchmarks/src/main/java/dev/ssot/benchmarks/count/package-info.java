/** Who counted what: the benchmark, the agent, the aspects it is compared with. */
package dev.ssot.benchmarks.count;
