/**
 * Tells in microseconds whether a class file concerns the agent. Loaded by the system loader, and
 * runs for every class that the application loads; uses only {@code java.base} and no regular
 * expression, because {@code premain} must stay cheap.
 */
package dev.ssot.bootstrap.filter;
