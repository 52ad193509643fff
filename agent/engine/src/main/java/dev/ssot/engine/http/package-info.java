/**
 * A small HTTP server of the agent's own: it reads requests and bounds what clients can do. Loaded
 * by the agent's own loader, with the option {@code http} only; does not know the other ways in and
 * out.
 */
package dev.ssot.engine.http;
