package dev.ssot.engine.application;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.JdkClasses;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Tells which classes are the application's own code. What it says of a class does not change, so
 * that it can be asked where class files are woven as well as for frames of a stack.
 */
public final class ApplicationCode {
  /** The number of places that are remembered to be told to people. */
  private static final int BOUND = 20;

  private final ApplicationRule rule;
  private final Locations locations = new Locations();
  private final Set<String> taken = new ConcurrentSkipListSet<>();

  /** Numbers, and nothing of the agent's, as they are held by classes of the application. */
  private final ClassValue<Integer> facts =
      new ClassValue<Integer>() {
        @Override
        protected Integer computeValue(Class<?> type) {
          return factsOf(type);
        }
      };

  private ApplicationCode(ApplicationRule rule) {
    this.rule = rule;
  }

  /**
   * Makes what the option {@code application} says.
   *
   * @param patterns of the application's classes; empty to find out
   */
  public static ApplicationCode of(List<ClassPattern> patterns) {
    return new ApplicationCode(
        patterns.isEmpty() ? new FoundCode(StartedProgram.ofThisJvm()) : new NamedCode(patterns));
  }

  /** Takes all code but the JDK's for the application's. */
  public static ApplicationCode all() {
    return of(Collections.singletonList(ClassPattern.of("**")));
  }

  /** Tells whether the class is the application's. */
  public boolean contains(Class<?> type) {
    return (facts.get(type) & 1) != 0;
  }

  /**
   * Tells the same of a class that is about to be defined.
   *
   * @param className binary name
   * @param domain null for a class of the boot loader
   */
  public boolean contains(String className, ClassLoader loader, ProtectionDomain domain) {
    return !JdkClasses.isLoader(loader) && isTaken(className, Locations.of(domain));
  }

  /**
   * Tells whether a class is from elsewhere than another one, and not from the JDK: neither can be
   * said of a class that tells no code source.
   */
  public boolean isElsewhere(Class<?> type, Class<?> than) {
    int source = facts.get(type) >> 1;
    return source != 0 && source != facts.get(than) >> 1;
  }

  private int factsOf(Class<?> type) {
    ProtectionDomain domain =
        System.getSecurityManager() == null ? domain(type) : domainDespiteManager(type);
    if (domain == null) {
      return 0;
    }
    String location = Locations.of(domain);
    int source = location == null ? 0 : locations.number(location);
    return source << 1 | (isTaken(type.getName(), location) ? 1 : 0);
  }

  private static ProtectionDomain domainDespiteManager(Class<?> type) {
    return AccessController.doPrivileged(
        new PrivilegedAction<ProtectionDomain>() {
          @Override
          public ProtectionDomain run() {
            return domain(type);
          }
        });
  }

  /** Returns null for a class of the JDK. */
  private static ProtectionDomain domain(Class<?> type) {
    return JdkClasses.isLoader(type.getClassLoader()) ? null : type.getProtectionDomain();
  }

  private boolean isTaken(String className, String location) {
    String label = rule.label(className, location);
    if (label != null && taken.size() < BOUND) {
      taken.add(label);
    }
    return label != null;
  }

  /**
   * Returns what was taken for the application's code, as far as anybody has asked: places, or
   * patterns of class names. Sorted, a copy.
   */
  public List<String> taken() {
    return new ArrayList<>(taken);
  }
}
