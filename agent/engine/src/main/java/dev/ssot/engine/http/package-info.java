/**
 * A small HTTP server of the agent's own: it reads requests and bounds what clients can do. Loaded
 * by the agent's own loader, with the option {@code http} only; knows no other way in or out.
 */
package dev.ssot.engine.http;
