package dev.ssot.bootstrap.pattern;

/**
 * A pattern of call sites, by class and optionally by method: {@code com.acme.ws.**}, {@code
 * com.acme.Registry#start}. It covers the class's nested classes and the lambdas of the method.
 */
public final class SitePattern {
  private final String text;
  private final ClassPattern classes;

  /** Null for every method. */
  private final ClassPattern methods;

  private SitePattern(String text, ClassPattern classes, ClassPattern methods) {
    this.text = text;
    this.classes = classes;
    this.methods = methods;
  }

  /**
   * Makes the pattern of a text.
   *
   * @throws IllegalArgumentException that tells how to write it
   */
  public static SitePattern of(String text) {
    int hash = text.indexOf('#');
    if (hash < 0) {
      return new SitePattern(text, ClassPattern.of(text), null);
    }
    ClassPattern classes = ClassPattern.of(text.substring(0, hash));
    return new SitePattern(text, classes, ClassPattern.ofMember(text.substring(hash + 1)));
  }

  /**
   * Returns whether the pattern matches the call site, by its class or an enclosing one, and by its
   * method.
   *
   * @param className binary name
   * @param methodName as in the class file: {@code <init>}, {@code lambda$open$0}
   */
  public boolean matches(String className, String methodName) {
    if (classes.matches(className) && matchesMethod(methodName)) {
      return true;
    }
    for (int i = className.lastIndexOf('$'); i > 0; i = className.lastIndexOf('$', i - 1)) {
      if (classes.matches(className.substring(0, i))
          && (matchesMethod(methodName) || matchesNested(className, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether it matches every call site that the other one matches, as far as is known. */
  public boolean covers(SitePattern other) {
    return (classes.covers(other.classes) || isAround(other))
        && (methods == null || (other.methods != null && methods.covers(other.methods)));
  }

  /** Tells whether there may be call sites that both match. */
  public boolean meets(SitePattern other) {
    boolean nested = isAround(other) || other.isAround(this); // a lambda of Kotlin may be a class
    return (nested || classes.meets(other.classes))
        && (nested || methods == null || other.methods == null || methods.meets(other.methods));
  }

  /** Tells whether the other one names a class nested in one that this one matches. */
  private boolean isAround(SitePattern other) {
    String name = other.classes.toString();
    for (int i = name.lastIndexOf('$'); i > 0; i = name.lastIndexOf('$', i - 1)) {
      if (other.classes.isExact() && classes.matches(name.substring(0, i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the classes that it matches, whatever the method. */
  public ClassPattern classes() {
    return classes;
  }

  private boolean matchesMethod(String method) {
    return methods == null
        || methods.matches(method)
        || methods.matches(LambdaNames.enclosingMethod(method));
  }

  /**
   * Matches Kotlin's lambdas that are compiled to classes: {@code Registry$start$1} belongs to
   * {@code start}.
   */
  private boolean matchesNested(String className, int from) {
    int end = className.indexOf('$', from);
    return end > 0 && methods.matches(className.substring(from, end));
  }

  /** Returns the pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
