/**
 * P1, WebSocket core: eight steps that every session needs. Each makes a RedisManager of its own
 * for each session, and closes it when the session has gone.
 */
package dev.ssot.demo.websocket;
