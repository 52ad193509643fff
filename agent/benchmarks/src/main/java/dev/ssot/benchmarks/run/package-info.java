/** Runs the benchmarks, each variant in turn, and shows the results side by side. */
package dev.ssot.benchmarks.run;
