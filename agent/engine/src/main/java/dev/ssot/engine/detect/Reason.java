package dev.ssot.engine.detect;

import java.util.Locale;

/**
 * Why a call site is not woven or would not be redirected, or a class is no target. Closed: the
 * JSON Schema of the report lists the same names.
 */
public enum Reason {
  /** The method would pass 8,000 bytes of bytecode, beyond which HotSpot never compiles it. */
  METHOD_TOO_LARGE,
  /** The NEW and the constructor call do not pair in a form that compilers are known to emit. */
  UNKNOWN_FORM,
  /** The constructor takes more than 253 argument slots, which a call site cannot pass on. */
  TOO_MANY_ARGUMENTS,
  /**
   * A woven call would load a class that the constructor's parameters name, which is absent or not
   * accessible to the caller.
   */
  PARAMETER_TYPE_MISSING,
  /**
   * The constructor is marked as one of variable arity and ends with what its class captures, no
   * array: the JVM makes no method handle of it.
   */
  VARIABLE_ARITY,
  /** {@code $deserializeLambda$} compares the constructor's name. */
  SERIALIZABLE_REFERENCE,
  /** A method reference with more arguments than the dispatch class has methods for. */
  TOO_MANY_REFERENCE_ARGUMENTS,
  /** The class's loader does not see the dispatch class. */
  LOADER_HIDES_DISPATCH,
  /**
   * A class file below version 51 has no invokedynamic: its constructions are counted by the
   * constructor hook of the target and never redirected.
   */
  CLASS_FILE_TOO_OLD,
  /** The class could not be woven; the agent's log says why. */
  WEAVING_FAILED,
  /** No unique canonical instance is known: set the option {@code canonical}. */
  CANONICAL_UNKNOWN,
  /** The provider of the canonical instance has answered two different objects. */
  CANONICAL_FACTORY,
  /** The canonical instance did not become known within {@code canonical.wait}. */
  CANONICAL_TIMEOUT,
  /** The provider of the canonical instance threw. */
  CANONICAL_FAILED,
  /** The provider of the canonical instance answered null. */
  CANONICAL_NULL,
  /** The provider of the canonical instance answered an object of another class. */
  CANONICAL_OTHER_TYPE,
  /** The named provider does not exist, or is closed to the agent. */
  CANONICAL_ABSENT,
  /** The site passes arguments to the constructor, and {@code arguments=keep}. */
  ARGUMENTS,
  /** {@code arguments=key}, and an argument is no plain value. */
  ARGUMENTS_NOT_PLAIN,
  /** Its method goes on to configure the fresh object, and {@code configured=keep}. */
  CONFIGURED_AFTER_CONSTRUCTION,
  /**
   * Only a hook in a class of the JDK could redirect it, and there is none: {@code
   * jdk.hooks=false}, or this JDK is written differently.
   */
  JDK_HOOKS_OFF,
  /**
   * A hidden class constructs, whose bytecode no agent is shown: of a function that was not woven,
   * such as a serializable {@code X::new}, or one that the application defines.
   */
  HIDDEN_CLASS,
  /** Code of the target, its nested classes or its provider. */
  INSIDE_TARGET,
  /** Matched by the option {@code allow}. */
  ALLOWED,
  /** The stack does not tell who asked. */
  UNATTRIBUTED,
  /** An enum has its constants and nothing else. */
  ENUM,
  /** An abstract class or interface has no instances of its own. */
  ABSTRACT,
  /** Classes of the JDK are never woven. */
  BOOT_LOADER;

  /** As in reports and metrics: {@code method-too-large}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
