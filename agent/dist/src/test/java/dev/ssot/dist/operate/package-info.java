/** The command line of the packaged jar against JVMs that run already. */
package dev.ssot.dist.operate;
