package dev.ssot.engine.metrics.bridge;

/** Told of registries, perhaps of one more than once. */
public interface RegistryListener {
  /** Must return at once and call nothing of the registry, whose constructor may still run. */
  void noticed(Object registry);
}
