/** Figures of a run, and the tables of the documents that show them. */
package dev.ssot.benchmarks.table;
