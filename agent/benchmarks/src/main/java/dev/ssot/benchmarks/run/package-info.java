/** Runs the benchmarks, each variant in turn, and sets them side by side. */
package dev.ssot.benchmarks.run;
