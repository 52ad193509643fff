package dev.ssot.engine.attribution;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.ConstructorLines;
import dev.ssot.engine.stack.PartialStack;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;

/**
 * Counts the constructions that the constructor hook saw and that no woven call site accounts for.
 */
public final class UnaccountedConstructions {
  private final Targets targets;
  private final Consumer<Site> counted;

  /**
   * @param counted told of the site of each construction that is counted here
   */
  public UnaccountedConstructions(Targets targets, Consumer<Site> counted) {
    this.targets = targets;
    this.counted = counted;
  }

  /**
   * Counts an object whose constructor has completed on this thread, unless a site accounts for it.
   *
   * @param made the object; one of a subclass is counted separately
   * @param declaring binary name of the class that declares the constructor
   */
  public void completed(Object made, String declaring) {
    Class<?> type = made.getClass();
    if (!type.getName().equals(declaring)) {
      subclassCompleted(type, declaring);
      return;
    }
    Target target = targets.of(type);
    PartialStack stack =
        PartialStack.ofConstructor(type, target.application, target.ownMaker()).take();
    Site site = site(target, stack, new StackReader(target, stack));
    if (site.isCounted()) {
      counted.accept(site);
      site.countConstruction(made);
      target.events.constructed(site);
    }
  }

  /**
   * Counts a constructor that threw on this thread, unless that of a subclass has called it.
   *
   * @param declaring the class that declares the constructor
   */
  public void failed(Class<?> declaring) {
    Target target = targets.of(declaring);
    PartialStack stack =
        PartialStack.ofConstructor(declaring, target.application, target.ownMaker()).take();
    StackReader reader = new StackReader(target, stack);
    if (!target.isHooked() || reader.isCalledBySubclass()) {
      return;
    }
    Site site = site(target, stack, reader);
    if (site.isCounted()) {
      counted.accept(site);
      site.countFailed();
    }
  }

  /** Finds the site that asked for the object, and notes what the stack tells of it. */
  private static Site site(Target target, PartialStack stack, StackReader reader) {
    Site site = reader.site(null);
    if (!site.hasArguments() && hasArguments(target, stack, reader)) {
      site.noteArguments();
    }
    if (reader.isAtWovenCall()) {
      site.markLinked();
    }
    if (reader.isCalledByHiddenClass()) {
      site.markCalledByHiddenClass();
    }
    return site;
  }

  /** Tells by the stack whether the constructor took arguments, as no hook saw the call. */
  private static boolean hasArguments(Target target, PartialStack stack, StackReader reader) {
    ConstructorLines lines = target.constructors();
    int line = lines.areAlike() ? -1 : line(stack, reader);
    if (lines.tell(line)) {
      return lines.hasArguments(line);
    }
    String constructor = stack.constructor();
    return constructor != null && !constructor.equals("()V");
  }

  private static int line(PartialStack stack, StackReader reader) {
    return stack.showsHandles() ? stack.constructorLine() : reader.constructorLine();
  }

  private void subclassCompleted(Class<?> type, String declaring) {
    Class<?> parent = type.getSuperclass();
    while (parent != null && !parent.getName().equals(declaring)) {
      parent = parent.getSuperclass();
    }
    if (parent != null && !Modifier.isAbstract(parent.getModifiers())) {
      targets.of(parent).countSubclass(type.getName());
    }
  }
}
