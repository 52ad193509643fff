/**
 * P1, WebSocket core: eight steps that every session needs. Each makes a RedisManager of its own
 * when the first session comes.
 */
package dev.ssot.demo.websocket;
