/**
 * What the proofs stand on: the packaged jar, JVMs to run it in, on every JDK at hand, and a reader
 * of reports. The proofs are in the packages below, by what they prove.
 */
package dev.ssot.dist;
