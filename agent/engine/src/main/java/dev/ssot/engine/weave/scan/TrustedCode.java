package dev.ssot.engine.weave.scan;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.bootstrap.pattern.JdkClasses;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Code that makes the same of the same constants, each time: that of the library of a target, as
 * far as names tell, and some of the JDK.
 */
final class TrustedCode {
  private static final Set<String> VALUES =
      new HashSet<>(
          Arrays.asList(
              "java/lang/Boolean",
              "java/lang/Byte",
              "java/lang/Character",
              "java/lang/Double",
              "java/lang/Float",
              "java/lang/Integer",
              "java/lang/Long",
              "java/lang/Short",
              "java/lang/String",
              "java/lang/StringBuilder",
              "java/net/InetSocketAddress",
              "java/net/URI",
              "java/net/URL",
              "java/nio/charset/Charset",
              "java/nio/file/Path",
              "java/nio/file/Paths",
              "java/io/File",
              "java/time/Duration",
              "java/util/ArrayList",
              "java/util/Arrays",
              "java/util/Collections",
              "java/util/HashMap",
              "java/util/HashSet",
              "java/util/LinkedHashMap",
              "java/util/LinkedHashSet",
              "java/util/List",
              "java/util/Locale",
              "java/util/Map",
              "java/util/Optional",
              "java/util/Properties",
              "java/util/Set",
              "java/util/concurrent/ArrayBlockingQueue",
              "java/util/concurrent/ConcurrentHashMap",
              "java/util/concurrent/LinkedBlockingQueue",
              "java/util/concurrent/SynchronousQueue",
              "java/util/concurrent/TimeUnit"));

  /** Names of what is elsewhere: what is there may be another each time. */
  private static final Set<String> NAMES =
      new HashSet<>(
          Arrays.asList(
              "java/io/File", "java/net/InetSocketAddress", "java/net/URL", "java/nio/file/Path"));

  /** How the names of methods begin that read what may change, or make what differs. */
  private static final String[] CHANGING = {
    "get", "current", "now", "random", "next", "load", "read", "find", "uuid", "from", "env",
    "system"
  };

  /** The same for methods to which something is passed: what they read has that name. */
  private static final String[] READING = {
    "current", "now", "random", "next", "load", "read", "find", "uuid", "fromEnv", "env", "system"
  };

  private static final String[] WIDE = {
    "org/apache/", "org/springframework/", "com/google/", "com/github/", "io/github/"
  };

  private final String caller;
  private final Set<String> libraries = new HashSet<>();
  private final Set<String> targets = new HashSet<>();

  /**
   * Trusts the libraries of the targets that a method asks for.
   *
   * @param caller internal name of the class that has the method
   */
  TrustedCode(String caller, MethodPlan plan) {
    this.caller = library(caller);
    for (PlannedSite each : plan.sites()) {
      String target = ClassNames.internal(each.site().target());
      targets.add(target);
      libraries.add(library(target));
    }
  }

  /** Tells whether the constructors of a class make the same of the same. */
  boolean constructsTheSame(String owner) {
    return VALUES.contains(owner) || isOfLibrary(owner);
  }

  /** Tells whether a static method makes the same of the same. */
  boolean makesTheSame(String owner, String name, boolean nothingPassed) {
    if (VALUES.contains(owner)) {
      return !ClassNames.startsWithAny(name, CHANGING) && (!nothingPassed || isEmpty(name));
    }
    String[] changing = nothingPassed ? CHANGING : READING;
    return isOfLibrary(owner) && !ClassNames.startsWithAny(name, changing);
  }

  /** Tells whether a method of an object that is made of constants returns the same each time. */
  boolean returnsTheSame(String owner, String name) {
    if (NAMES.contains(owner)) {
      return name.equals("resolve") || (name.startsWith("to") && !name.equals("toRealPath"));
    }
    return VALUES.contains(owner)
        || (isOfLibrary(owner) && !ClassNames.startsWithAny(name, READING));
  }

  /**
   * Tells whether a static field holds the same each time: a constant of its own type, or what
   * Kotlin has in place of static methods.
   */
  boolean holdsTheSame(String owner, String descriptor) {
    boolean known = isOfLibrary(owner) || VALUES.contains(owner);
    boolean own = descriptor.equals('L' + owner + ';');
    return known && (own || descriptor.equals('L' + owner + "$Companion;"));
  }

  private static boolean isEmpty(String name) {
    return name.equals("of") || name.startsWith("empty");
  }

  private boolean isOfLibrary(String owner) {
    if (JdkClasses.isName(owner)) {
      int nested = owner.indexOf('$');
      return targets.contains(nested < 0 ? owner : owner.substring(0, nested));
    }
    String library = library(owner);
    return !library.equals(caller) && libraries.contains(library);
  }

  /** Returns the beginning that the names of a library's classes have in common. */
  private static String library(String internalName) {
    int segments = ClassNames.startsWithAny(internalName, WIDE) ? 3 : 2;
    int end = -1;
    for (int i = 0; i < segments; i++) {
      int next = internalName.indexOf('/', end + 1);
      if (next < 0) {
        break;
      }
      end = next;
    }
    return internalName.substring(0, end + 1);
  }
}
