/**
 * The ledger: targets, call sites, constructions, instances, and who asked for them. Loaded by the
 * agent's own loader; depends on {@code stack} and the JDK alone. Holds no strong reference to an
 * object, thread or class loader of the application.
 */
package dev.ssot.engine.detect;
