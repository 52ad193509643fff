package dev.ssot.engine.dispatch;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The woven calls that nobody answers, by their number, as they do not say in whose code they are.
 */
final class UnansweredCalls {
  /** That many are kept without looking whether their classes are gone. */
  private static final int FEW = 256;

  private final ConcurrentMap<Integer, WeakReference<LinkedFactory>> calls =
      new ConcurrentHashMap<>();

  /** How many there may be until it is looked for those that are gone. Not exact. */
  private volatile int longest = FEW;

  /** Finds a call; null if it was never noted, or its class is gone. */
  LinkedFactory find(int id) {
    WeakReference<LinkedFactory> found = calls.get(id);
    return found == null ? null : found.get();
  }

  void note(LinkedFactory call) {
    if (find(call.id) == call) {
      return;
    }
    calls.put(call.id, new WeakReference<>(call));
    if (calls.size() > longest) {
      forgetGone();
      longest = 2 * calls.size() + FEW;
    }
  }

  private void forgetGone() {
    for (Map.Entry<Integer, WeakReference<LinkedFactory>> each : calls.entrySet()) {
      if (each.getValue().get() == null) {
        calls.remove(each.getKey(), each.getValue());
      }
    }
  }
}
