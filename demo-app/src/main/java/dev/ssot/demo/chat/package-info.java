/**
 * The chat itself: sessions, messages, and the three contracts that the parts of the service are
 * written against. No class of this package makes a RedisManager.
 */
package dev.ssot.demo.chat;
