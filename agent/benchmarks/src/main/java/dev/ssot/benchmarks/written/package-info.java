/** Applications that are written and compiled before they are measured. */
package dev.ssot.benchmarks.written;
