/** The real Redis server that the demo brings along, and what a run must not leave behind. */
package dev.ssot.demo.server;
