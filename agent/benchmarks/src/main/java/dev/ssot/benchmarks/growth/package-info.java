/** Runs an application again and again, with more and more of its classes as targets. */
package dev.ssot.benchmarks.growth;
