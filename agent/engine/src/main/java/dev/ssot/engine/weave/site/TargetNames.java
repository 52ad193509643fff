package dev.ssot.engine.weave.site;

/** Tells which classes are targets. Asked for every constructor call of a class that is woven. */
public interface TargetNames {
  boolean isTarget(String internalName);
}
