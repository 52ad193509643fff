/** Users for the chat: a WebSocket client that knows nothing but the address. */
package dev.ssot.demo.load;
