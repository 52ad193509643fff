/**
 * What is redirected, what is not and why: modes, canonical instances, the guard, hooks in the JDK.
 */
package dev.ssot.dist.enforce;
