/**
 * What the manifest names: where the JVM enters. Loaded by the system loader, visible to the
 * application; {@code java.base} only.
 */
package dev.ssot.bootstrap;
