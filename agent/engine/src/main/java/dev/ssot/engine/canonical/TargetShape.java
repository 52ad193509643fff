package dev.ssot.engine.canonical;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.place.ConstructorLines;
import dev.ssot.engine.place.Reason;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the class file of a target tells, read before the class exists. Reading it loads and runs
 * nothing of the application.
 */
public final class TargetShape {
  /** {@code ACC_ENUM}, which {@link Modifier} does not name. */
  private static final int ENUM = 0x4000;

  private final String internalName;
  private final int access;
  private final List<Candidate> fields;
  private final List<Candidate> methods;
  private final ConstructorLines constructors;
  private final boolean configurable;
  private final boolean read;

  /**
   * @param internalName with slashes
   * @param access flags of the class file
   */
  public TargetShape(
      String internalName,
      int access,
      List<Candidate> fields,
      List<Candidate> methods,
      ConstructorLines constructors) {
    this(internalName, access, fields, methods, constructors, false, false);
  }

  private TargetShape(
      String internalName,
      int access,
      List<Candidate> fields,
      List<Candidate> methods,
      ConstructorLines constructors,
      boolean configurable,
      boolean read) {
    this.configurable = configurable;
    this.read = read;
    this.internalName = internalName;
    this.access = access;
    this.fields = Collections.unmodifiableList(new ArrayList<>(fields));
    this.methods = Collections.unmodifiableList(new ArrayList<>(methods));
    this.constructors = constructors;
  }

  /**
   * Returns the same shape, with what is known of the state of the objects.
   *
   * @param isConfigurable whether others can configure them after construction
   * @param isRead whether deserialization gives them a state
   */
  public TargetShape withState(boolean isConfigurable, boolean isRead) {
    return new TargetShape(
        internalName, access, fields, methods, constructors, isConfigurable, isRead);
  }

  /** Tells whether others than the class itself can configure its objects after construction. */
  public boolean isConfigurable() {
    return configurable;
  }

  /** Tells whether an object that is deserialized gets a state by that. */
  public boolean isRead() {
    return read;
  }

  public String internalName() {
    return internalName;
  }

  public String binaryName() {
    return ClassNames.binary(internalName);
  }

  /** Tells why the class is no target; returns null if it is one. */
  public Reason refusal() {
    if ((access & ENUM) != 0) {
      return Reason.ENUM;
    }
    return Modifier.isAbstract(access) || Modifier.isInterface(access) ? Reason.ABSTRACT : null;
  }

  /** Returns the static final fields whose type is exactly the target. */
  public List<Candidate> fields() {
    return fields;
  }

  /** Returns the static methods of a usual name, without arguments, that return the target. */
  public List<Candidate> methods() {
    return methods;
  }

  /** Returns where its constructors stand. */
  public ConstructorLines constructors() {
    return constructors;
  }

  /** A member that may hold or yield the canonical instance. */
  public static final class Candidate {
    private final String name;
    private final int access;

    /**
     * Takes a member as the class file has it.
     *
     * @param access flags, see {@link Modifier}
     */
    public Candidate(String name, int access) {
      this.name = name;
      this.access = access;
    }

    public String name() {
      return name;
    }

    public boolean isPrivate() {
      return Modifier.isPrivate(access);
    }

    @Override
    public String toString() {
      return Modifier.toString(access & Modifier.fieldModifiers()) + " " + name;
    }
  }
}
