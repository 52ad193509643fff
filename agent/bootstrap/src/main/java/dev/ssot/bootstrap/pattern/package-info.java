/**
 * Names of classes: patterns of classes and of call sites, the parts of a name, and what can be
 * told by a name alone. Loaded by the system loader on the premain path; depends on {@code
 * java.base} alone.
 */
package dev.ssot.bootstrap.pattern;
