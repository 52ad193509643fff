package dev.ssot.engine.weave.jdk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.function.Supplier;

/**
 * Weaves the classes of the JDK that it runs on, or runs on those that were woven. Written in Java
 * 8, as every JDK has written them differently.
 *
 * <p>{@code java … WovenJdk FOLDER} writes the woven class files, {@code java … WovenJdk} runs
 * through each of the hooks and prints what came of it.
 */
public final class WovenJdk {
  private WovenJdk() {}

  /** Exits with code 1 if something threw. */
  public static void main(String[] arguments) throws Throwable {
    if (arguments.length > 0) {
      weave(Paths.get(arguments[0]));
    } else {
      run();
    }
  }

  private static void weave(Path folder) throws IOException {
    for (HookedClass each : HookedClass.values()) {
      String file = each.internalName + ".class";
      byte[] woven = JdkWeaver.weave(each, read(file));
      if (woven == null) {
        System.out.println("not as expected: " + each);
      } else {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.write(folder.resolve(file), woven);
        System.out.println("woven: " + each);
      }
    }
  }

  private static byte[] read(String file) throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(file)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        bytes.write(buffer, 0, count);
      }
      return bytes.toByteArray();
    }
  }

  /** Public, without arguments, serializable: takes every way. */
  public static final class Made implements Serializable {
    private static final long serialVersionUID = 1;

    public Made() {}
  }

  private static void run() throws Throwable {
    for (int i = 0; i < 20; i++) {
      System.out.println("reflection: " + name(Made.class.getConstructor().newInstance()));
    }
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    MethodHandle found = lookup.findConstructor(Made.class, MethodType.methodType(void.class));
    System.out.println("found: " + name((Object) found.invoke()));
    System.out.println("revealed: " + lookup.revealDirect(found));
    MethodHandle unreflected = lookup.unreflectConstructor(Made.class.getConstructor());
    System.out.println("unreflected: " + name((Object) unreflected.invoke()));
    System.out.println("lambda: " + name(supplier(lookup, found).get()));
    System.out.println("read: " + name(copy(new Made())));
  }

  private static Supplier<?> supplier(MethodHandles.Lookup lookup, MethodHandle constructor)
      throws Throwable {
    CallSite site =
        LambdaMetafactory.metafactory(
            lookup,
            "get",
            MethodType.methodType(Supplier.class),
            MethodType.methodType(Object.class),
            constructor,
            MethodType.methodType(Object.class));
    return (Supplier<?>) site.getTarget().invoke();
  }

  private static Object copy(Object original) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  private static String name(Object made) {
    return made.getClass().getSimpleName();
  }
}
