package dev.ssot.engine.metrics.bridge;

/** Is told of registries, perhaps several times of the same one. */
public interface RegistryListener {
  /**
   * Takes a registry. Must return at once and call none of its methods, as its constructor may
   * still run.
   */
  void noticed(Object registry);
}
