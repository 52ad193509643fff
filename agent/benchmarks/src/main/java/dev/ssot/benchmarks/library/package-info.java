/** A library that hands out clients: it is no code of the application's to the agent. */
package dev.ssot.benchmarks.library;
