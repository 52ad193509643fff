/**
 * The benchmarks: constructions of a target, and of a class that is none, in a JVM that counts
 * them.
 */
package dev.ssot.benchmarks;
