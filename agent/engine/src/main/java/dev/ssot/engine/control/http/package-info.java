/**
 * The agent's own HTTP endpoint: read-only, bounded in all that a client could make it spend. It
 * stands on a plain server socket; why is told in {@code
 * docs/decisions/0007-a-server-socket-of-its-own.md}. Loaded only if the option {@code http} is
 * set. Knows no other adapter: what it serves is handed to it as an {@link
 * dev.ssot.engine.control.http.Endpoint}.
 */
package dev.ssot.engine.control.http;
