/** The commands of the demo: serve the chat, load it, or show the whole incident once. */
package dev.ssot.demo;
