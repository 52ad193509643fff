/**
 * Whose code a class is: the application's own, which its developers can change, or a library's.
 * Loaded by the agent's own loader, asked on the application's threads; depends on nothing of the
 * engine.
 */
package dev.ssot.engine.application;
