package dev.ssot.engine.canonical;

import dev.ssot.engine.place.Reason;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/**
 * Asks the application for the canonical instance. This runs code of the application, but never on
 * its threads.
 */
final class Provider {
  private final CanonicalMember member;

  Provider(CanonicalMember member) {
    this.member = member;
  }

  /**
   * Calls the method, or reads the field, of a class that is initialised already.
   *
   * @param loader of the target, which must see the holder
   */
  Object ask(ClassLoader loader) throws Refusal {
    try {
      Class<?> holder = Class.forName(member.holder, false, loader);
      Object answer = member.isMethod ? call(holder) : read(holder);
      if (answer == null) {
        throw new Refusal(Reason.CANONICAL_NULL, null);
      }
      return answer;
    } catch (InvocationTargetException thrown) {
      throw new Refusal(Reason.CANONICAL_FAILED, thrown.getCause());
    } catch (ExceptionInInitializerError thrown) {
      throw new Refusal(Reason.CANONICAL_FAILED, thrown);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError absent) {
      throw new Refusal(Reason.CANONICAL_ABSENT, absent);
    } catch (Error thrown) { // thrown unwrapped by the holder's static initialiser
      throw new Refusal(Reason.CANONICAL_FAILED, thrown);
    }
  }

  private Object call(Class<?> holder) throws ReflectiveOperationException {
    Method method = holder.getDeclaredMethod(member.name);
    open(method, method.getModifiers());
    return method.invoke(null);
  }

  private Object read(Class<?> holder) throws ReflectiveOperationException {
    Field field = holder.getDeclaredField(member.name);
    open(field, field.getModifiers());
    return field.get(null);
  }

  private static void open(AccessibleObject member, int modifiers) throws NoSuchMethodException {
    if (!Modifier.isStatic(modifiers)) {
      throw new NoSuchMethodException(member + " is not static");
    }
    member.setAccessible(true);
  }

  /** Tells why the provider gave no instance. */
  @SuppressWarnings("serial") // never leaves the JVM
  static final class Refusal extends Exception {
    final Reason reason;

    Refusal(Reason reason, Throwable cause) {
      super(reason.toString(), cause, false, false);
      this.reason = reason;
    }
  }
}
