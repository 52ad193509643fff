package dev.ssot.engine.weave.site;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.SiteFacts;

/**
 * One construction of a target in the code of a class. Class, method, descriptor and ordinal are
 * its identity: they are the same each time that the class file is woven.
 */
public final class WovenSite {
  private final String className;
  private final SiteFacts facts;
  private final Kind kind;
  private final String target;
  private final boolean configures;
  private final boolean kept;
  private final boolean elsewhere;

  /** Descriptor; null unless this is a woven {@code new}. */
  private final String constructor;

  /**
   * @param className binary name
   * @param facts the ordinal is that among the constructions of any target within the method, in
   *     code order; -1 for the method as a whole
   * @param kind null for a constructor hook
   * @param target binary name of the class that is constructed
   */
  public WovenSite(String className, SiteFacts facts, Kind kind, String target) {
    this(className, facts, kind, target, false, false, false, null);
  }

  private WovenSite(
      String className,
      SiteFacts facts,
      Kind kind,
      String target,
      boolean configures,
      boolean kept,
      boolean elsewhere,
      String constructor) {
    this.className = className;
    this.facts = facts;
    this.kind = kind;
    this.target = target;
    this.configures = configures;
    this.kept = kept;
    this.elsewhere = elsewhere;
    this.constructor = constructor;
  }

  /** Returns the same site, in a method that configures the object afterwards. */
  public WovenSite asConfiguring() {
    return new WovenSite(className, facts, kind, target, true, kept, elsewhere, constructor);
  }

  /** Returns the same site, in a class that keeps the object to itself. */
  public WovenSite asKept() {
    return new WovenSite(className, facts, kind, target, configures, true, elsewhere, constructor);
  }

  /** Returns the same site, with the descriptor of the constructor that it calls. */
  public WovenSite calling(String descriptorOfConstructor) {
    return new WovenSite(
        className, facts, kind, target, configures, kept, elsewhere, descriptorOfConstructor);
  }

  /** Returns the same site, in code that constructs on behalf of somebody else. */
  public WovenSite asElsewhere() {
    return new WovenSite(className, facts, kind, target, configures, kept, true, constructor);
  }

  /**
   * Tells whether it is in a library or in the target, so that the stack has to tell on whose
   * behalf it constructs. This is not among the facts of woven code.
   */
  public boolean isElsewhere() {
    return elsewhere;
  }

  /** Returns the descriptor of the constructor that a woven {@code new} calls; else null. */
  public String constructor() {
    return constructor;
  }

  /** Returns the facts that a woven instruction carries. */
  public SiteFacts facts() {
    return facts;
  }

  /** Returns the binary name of the class whose code constructs. */
  public String className() {
    return className;
  }

  public String method() {
    return facts.method();
  }

  public String descriptor() {
    return facts.descriptor();
  }

  /** Returns the number within the method; -1 for the method as a whole. */
  public int ordinal() {
    return facts.ordinal();
  }

  /** Returns the name of the source file; "" if unknown. */
  public String file() {
    return facts.file();
  }

  /** Returns the line of the {@code new}; -1 if unknown. */
  public int line() {
    return facts.line();
  }

  /**
   * Returns the line of the constructor call: compilers may give it the line of the last argument.
   */
  public int callLine() {
    return facts.callLine();
  }

  /** Returns the kind; null for a constructor hook. */
  public Kind kind() {
    return kind;
  }

  /** Returns the binary name of the class that is constructed. */
  public String target() {
    return target;
  }

  /**
   * Tells whether the method seems to configure the object afterwards. This is not among the facts
   * of woven code.
   */
  public boolean isConfiguring() {
    return configures;
  }

  /**
   * Tells whether code outside the class may get hold of the object, as far as the class file
   * tells. This is not among the facts of woven code.
   */
  public boolean isHandingOn() {
    return !kept;
  }

  @Override
  public String toString() {
    return className
        + "#"
        + method()
        + descriptor()
        + "["
        + ordinal()
        + "] "
        + kind
        + " "
        + file()
        + ":"
        + line();
  }
}
