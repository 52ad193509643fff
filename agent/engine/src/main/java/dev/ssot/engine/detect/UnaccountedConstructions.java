package dev.ssot.engine.detect;

import java.lang.reflect.Modifier;

/** Counts what the constructor hook saw and no woven call site accounts for. */
public final class UnaccountedConstructions {
  private final Targets targets;

  public UnaccountedConstructions(Targets targets) {
    this.targets = targets;
  }

  /**
   * A constructor of a target completed, on the thread that calls this.
   *
   * @param made perhaps of a subclass, then counted apart
   * @param declaring binary name of the class that declares the constructor
   */
  public void completed(Object made, String declaring) {
    Class<?> type = made.getClass();
    if (!type.getName().equals(declaring)) {
      subclassCompleted(type, declaring);
      return;
    }
    Target target = targets.of(type);
    StackReader reader = new StackReader(target, NearStack.of(target));
    if (reader.isAccountedFor()) {
      return;
    }
    Site site = target.site(reader.location());
    if (site.isCounted()) {
      site.constructed(made);
      target.events.constructed(site);
    }
  }

  private void subclassCompleted(Class<?> type, String declaring) {
    Class<?> parent = type.getSuperclass();
    while (parent != null && !parent.getName().equals(declaring)) {
      parent = parent.getSuperclass();
    }
    if (parent != null && !Modifier.isAbstract(parent.getModifiers())) {
      targets.of(parent).subclassConstructed(type.getName());
    }
  }
}
