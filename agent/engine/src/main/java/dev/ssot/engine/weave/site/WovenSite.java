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

  private final boolean constant;

  /** Descriptor; null unless this is a woven {@code new}. */
  private final String constructor;

  /** Null unless this is a factory call. */
  private final FactoryCall factory;

  /**
   * @param className binary name
   * @param facts the ordinal is that among the constructions of any target within the method, in
   *     code order; -1 for the method as a whole
   * @param kind null for a constructor hook
   * @param target binary name of the class that is constructed
   */
  public WovenSite(String className, SiteFacts facts, Kind kind, String target) {
    this(className, facts, kind, target, false, false, false, false, null, null);
  }

  private WovenSite(
      String className,
      SiteFacts facts,
      Kind kind,
      String target,
      boolean configures,
      boolean kept,
      boolean elsewhere,
      boolean constant,
      String constructor,
      FactoryCall factory) {
    this.constant = constant;
    this.factory = factory;
    this.className = className;
    this.facts = facts;
    this.kind = kind;
    this.target = target;
    this.configures = configures;
    this.kept = kept;
    this.elsewhere = elsewhere;
    this.constructor = constructor;
  }

  private WovenSite with(
      boolean isConfiguring,
      boolean isKept,
      boolean isElsewhere,
      boolean isConstant,
      String descriptor,
      FactoryCall call) {
    return new WovenSite(
        className,
        facts,
        kind,
        target,
        isConfiguring,
        isKept,
        isElsewhere,
        isConstant,
        descriptor,
        call);
  }

  /** Returns the same site, in a method that configures the object afterwards. */
  public WovenSite asConfiguring() {
    return with(true, kept, elsewhere, constant, constructor, factory);
  }

  /** Returns the same site, in a class that keeps the object to itself. */
  public WovenSite asKept() {
    return with(configures, true, elsewhere, constant, constructor, factory);
  }

  /** Returns the same site, with the descriptor of the constructor that it calls. */
  public WovenSite calling(String descriptorOfConstructor) {
    return with(configures, kept, elsewhere, constant, descriptorOfConstructor, factory);
  }

  /** Returns the same site, in code that constructs on behalf of somebody else. */
  public WovenSite asElsewhere() {
    return with(configures, kept, true, constant, constructor, factory);
  }

  /** Returns the same site, with the call that may make the target. */
  public WovenSite making(FactoryCall call) {
    return with(configures, kept, elsewhere, constant, constructor, call);
  }

  /** Returns the same site, which passes nothing but constants. */
  public WovenSite asConstant() {
    FactoryCall call = factory == null ? null : factory.asConstant();
    return with(configures, kept, elsewhere, true, constructor, call);
  }

  /**
   * Tells whether it passes nothing but constants, and what was made of them in the same method.
   * This is not among the facts of woven code.
   */
  public boolean isConstant() {
    return constant;
  }

  /** Returns the call that may make the target; null if this is no factory call. */
  public FactoryCall factory() {
    return factory;
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
