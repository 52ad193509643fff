package dev.ssot.engine.report.wording;

import dev.ssot.engine.detect.Reason;

/** What a reason means to someone who has never heard of it, and what to do about it. */
public final class ReasonText {
  private ReasonText() {}

  /** A sentence without a full stop; empty for a reason that explains itself. */
  public static String of(Reason reason) {
    switch (reason) {
      case METHOD_TOO_LARGE:
        return "once woven, the method would be too long for the JIT compiler";
      case UNKNOWN_FORM:
        return "the bytecode has a form that no known compiler emits";
      case TOO_MANY_ARGUMENTS:
        return "the constructor takes more arguments than a call site can pass on";
      case PARAMETER_TYPE_MISSING:
        return "a class that the constructor's parameters name is absent or not accessible";
      case VARIABLE_ARITY:
        return "a local class with a varargs constructor captures more: no call site can name it";
      case SERIALIZABLE_REFERENCE:
        return "a serializable method reference is found again by its constructor's name";
      case TOO_MANY_REFERENCE_ARGUMENTS:
        return "the method reference takes more arguments than can be passed on";
      case LOADER_HIDES_DISPATCH:
        return "the class loader does not let the class see the agent";
      case CLASS_FILE_TOO_OLD:
        return "compiled for Java 6 or older: can be counted only";
      case WEAVING_FAILED:
        return "the class could not be woven; the agent's log says why";
      case CANONICAL_UNKNOWN:
        return "which instance to share is not known; set the option canonical";
      case CANONICAL_FACTORY:
        return "its provider answered two different objects: it is a factory";
      case CANONICAL_TIMEOUT:
        return "it did not become known in time; see the option canonical.wait";
      case CANONICAL_FAILED:
        return "its provider threw; the agent's log says what";
      case CANONICAL_NULL:
        return "its provider answered null";
      case CANONICAL_OTHER_TYPE:
        return "its provider answered an object of another class";
      case CANONICAL_ABSENT:
        return "its provider does not exist or cannot be called; check the option canonical";
      case ARGUMENTS_NOT_PLAIN:
        return "a parameter is not declared as a plain value to tell instances apart by";
      case CONFIGURED_AFTER_CONSTRUCTION:
        return "its method goes on to configure the object";
      case JDK_HOOKS_OFF:
        return "it needs a hook in the JDK: jdk.hooks=false, or the log says why there is none";
      case HIDDEN_CLASS:
        return "a hidden class constructs, as of a serializable X::new, which cannot be woven";
      case ARGUMENTS:
        return "the constructor gets arguments, which one shared instance cannot take";
      case INSIDE_TARGET:
        return "code of the target or its provider, which has to construct";
      case ALLOWED:
        return "the option allow says so";
      case UNATTRIBUTED:
        return "the stack does not tell who asked";
      case ENUM:
        return "an enum has its constants and nothing else";
      case ABSTRACT:
        return "an abstract class or interface has no instances of its own";
      case BOOT_LOADER:
        return "classes of the JDK are never woven";
      default:
        return "";
    }
  }
}
