/**
 * Each construction is counted once, at its line, whichever compiler, class loader or thread it
 * comes from.
 */
package dev.ssot.dist.count;
