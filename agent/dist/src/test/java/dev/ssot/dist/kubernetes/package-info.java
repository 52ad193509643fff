/** The files of docs/kubernetes, and what a JVM makes of them. There is no cluster. */
package dev.ssot.dist.kubernetes;
