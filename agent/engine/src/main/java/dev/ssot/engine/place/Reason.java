package dev.ssot.engine.place;

import java.util.Locale;

/**
 * Why a call site is not woven or would not be redirected, a class is no target, or a number of
 * instances is only a lower bound. The one list of reasons: the JSON Schema of the report and
 * {@code docs/report.md} are written from it.
 */
public enum Reason {
  /** The method would pass 8,000 bytes of bytecode, beyond which HotSpot never compiles it. */
  METHOD_TOO_LARGE("once woven, the method would be too long for the JIT compiler"),
  /** The NEW and the constructor call do not pair in a form that compilers are known to emit. */
  UNKNOWN_FORM("the bytecode has a form that no known compiler emits"),
  /** The constructor takes more than 253 argument slots, which a call site cannot pass on. */
  TOO_MANY_ARGUMENTS("the constructor takes more arguments than a call site can pass on"),
  /**
   * A woven call would load a class that the constructor's parameters name, which is absent or not
   * accessible to the caller.
   */
  PARAMETER_TYPE_MISSING("a class that the constructor's parameters name is absent"),
  /**
   * The constructor is marked as one of variable arity and ends with what its class captures, no
   * array: the JVM makes no method handle of it.
   */
  VARIABLE_ARITY(
      "a local class with a varargs constructor captures more: no call site can name it"),
  /** {@code $deserializeLambda$} compares the constructor's name. */
  SERIALIZABLE_REFERENCE(
      "a serializable method reference is found again by its constructor's name"),
  /** A method reference with more arguments than the dispatch class has methods for. */
  TOO_MANY_REFERENCE_ARGUMENTS("the method reference takes more arguments than can be passed on"),
  /** The class's loader does not see the dispatch class. */
  LOADER_HIDES_DISPATCH("the class loader does not let the class see the agent"),
  /**
   * A class file below version 51 has no invokedynamic: its constructions are counted by the
   * constructor hook of the target and never redirected.
   */
  CLASS_FILE_TOO_OLD("compiled for Java 6 or older: can be counted only"),
  WEAVING_FAILED("the class could not be woven; the agent's log says why"),
  /** No unique canonical instance is known: set the option {@code canonical}. */
  CANONICAL_UNKNOWN("which instance to share is not known; set the option canonical"),
  /** With {@code canonical=first} and {@code allow}, an allowed call site makes the instance. */
  CANONICAL_NOT_MADE("no call site that the option allow names has constructed it yet"),
  CANONICAL_FACTORY("the provider answered two different objects: it is a factory"),
  /** The canonical instance did not become known within {@code canonical.wait}. */
  CANONICAL_TIMEOUT("the instance did not become known in time; see the option canonical.wait"),
  CANONICAL_FAILED("the provider threw; the agent's log says what"),
  CANONICAL_NULL("the provider answered null"),
  CANONICAL_OTHER_TYPE("the provider answered an object of another class"),
  /** The provider returned once more what its owner has closed. */
  CANONICAL_ENDED("the provider answered an object that its owner has closed"),
  /** A former owner could close the instance, so it is not shared yet. */
  CANONICAL_NOT_GUARDED("what closes the instance was not guarded in time; see canonical.wait"),
  /** The named provider does not exist, or is closed to the agent. */
  CANONICAL_ABSENT("the provider does not exist or cannot be called; check the option canonical"),
  /** For the first moments, until the agent's thread has looked. */
  CANONICAL_UNCHECKED("not known yet: the agent soon looks for what canonical names; ask again"),
  /** The site passes arguments to the constructor, and {@code arguments=keep}. */
  ARGUMENTS("the constructor gets arguments, which one shared instance cannot take"),
  /**
   * The site deserializes objects that get a state by that, and {@code arguments} is not ignore.
   */
  DESERIALIZED_STATE("the object is read with a state, which one shared instance cannot take"),
  /**
   * {@code share=site}, and reflection, a method handle or deserialization constructs: only a woven
   * call tells what it has made.
   */
  SHARE_NOT_WOVEN("with share=site, only a new, a method reference and a factory call can share"),
  /** {@code arguments=key}, and an argument is no plain value. */
  ARGUMENTS_NOT_PLAIN("a parameter is not declared as a plain value to tell instances apart by"),
  /** Its method goes on to configure the fresh object, and {@code configured=keep}. */
  CONFIGURED_AFTER_CONSTRUCTION("its method goes on to configure the object"),
  /**
   * {@code configured=keep}, others can configure such objects after construction, so that two of
   * them may be meant to differ, and {@code canonical=first} or a library constructs.
   */
  CONFIGURABLE("its objects can be configured, and nothing tells that one is right for all"),
  /**
   * Only a hook in a class of the JDK could redirect it, and there is none: {@code
   * jdk.hooks=false}, or this JDK is written differently.
   */
  JDK_HOOKS_OFF("it needs a hook in the JDK: jdk.hooks=false, or the log says why there is none"),
  /**
   * A hidden class constructs, whose bytecode no agent is shown: of a function that was not woven,
   * such as a serializable {@code X::new}, or one that the application defines.
   */
  HIDDEN_CLASS("a hidden class constructs, as of a serializable X::new, which cannot be woven"),
  /**
   * After an attach: the frame was entered before the class was woven, and the JVM lets it run its
   * old code to the end.
   */
  RUNNING_FRAME("its method runs since before the weaving: old code until it is entered anew"),
  /** A handle that was looked up before the JDK had its hooks constructs without asking. */
  OLDER_HANDLE("its handle is from before the hooks: it constructs until it is looked up anew"),
  /** Code of the target, its nested classes or its provider. */
  INSIDE_TARGET("code of the target or its provider, which has to construct"),
  /**
   * The target constructs it itself on behalf of the site, in a factory method, a builder or
   * another class nested in it.
   */
  FACTORY_METHOD("a factory method or builder of the class makes it, and its calls are not woven"),
  /**
   * A class of the JDK has a method without arguments and result, such as {@code shutdown}. The
   * class is never changed, so that whoever gets a shared object could end it for all.
   */
  NOT_GUARDED("a class of the JDK that anybody could close or shut down for all: counted only"),
  /**
   * A library asks for an object of its own, to be a mock, a copy or the inside of a proxy: it will
   * fill or change it.
   */
  MADE_BY_LIBRARY("a library that mocks, copies or proxies wants an object of its own"),
  /** Matched by the option {@code allow}. */
  ALLOWED("the option allow names it"),
  /** The target was loaded unwoven, as the engine was not ready or the agent failed. */
  LOADED_UNWOVEN(
      "it was loaded unwoven at first, and what it constructed until then is not counted"),
  /** After an attach, or for a target that the file added later. */
  LOADED_BEFORE("it was loaded before the agent watched it, and older instances are not counted"),
  /** The agent threw between a construction and its count. */
  COUNTING_FAILED("the agent failed while it counted; its log says why"),
  /** The mode was {@code off} for a time, or the file said {@code enabled: false}. */
  NOT_COUNTED("the mode was off for a time, and what was constructed then was not counted"),
  /** More objects were alive at one time than {@code live.limit}. */
  LIVE_LIMIT("more instances were alive at one time than the option live.limit has tracked"),
  UNATTRIBUTED("the stack does not tell who asked"),
  ENUM("an enum has its constants and nothing else"),
  ABSTRACT("an abstract class or interface has no instances of its own"),
  BOOT_LOADER("classes of the JDK are never woven");

  private final String sentence;

  Reason(String sentence) {
    this.sentence = sentence;
  }

  /**
   * Says what the reason means to someone who has never heard of it, and what to do about it: a
   * sentence without a full stop, to stand behind the name.
   */
  public String sentence() {
    return sentence;
  }

  /** Returns the name as reports and metrics have it: {@code method-too-large}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
