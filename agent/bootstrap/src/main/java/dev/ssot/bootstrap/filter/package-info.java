/**
 * Tells in microseconds that a class file is none of our business. Loaded by the system loader, on
 * the path of every class that the application loads; uses {@code java.base} alone, and no regular
 * expression, because {@code premain} must stay cheap.
 */
package dev.ssot.bootstrap.filter;
