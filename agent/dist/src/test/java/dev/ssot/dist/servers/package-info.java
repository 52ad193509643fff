/**
 * Software that nobody here wrote, under the packaged agent: fetched by the build, run as it is.
 */
package dev.ssot.dist.servers;
