/**
 * Names of classes: patterns of classes and of call sites, parts of a name, and what a name alone
 * tells. Loaded by the system loader on the premain path; depends on {@code java.base} alone.
 */
package dev.ssot.bootstrap.pattern;
