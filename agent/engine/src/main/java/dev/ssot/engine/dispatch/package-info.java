/**
 * What woven code is linked to: the subclass of {@code java.lang.SsotDispatch} behind which the
 * engine stands, and the method handles of call sites. Loaded by the agent's own loader, runs on
 * the application's threads.
 */
package dev.ssot.engine.dispatch;
