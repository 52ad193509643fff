package dev.ssot.engine.weave;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Loads the class files that it is given, all else from its parent; verifies them, as any does. */
final class DefiningLoader extends ClassLoader {
  private final Map<String, byte[]> classFiles;

  DefiningLoader(ClassLoader parent, Map<String, byte[]> classFiles) {
    super(parent);
    this.classFiles = classFiles;
  }

  /** What {@code main} of the class prints. */
  String run(String name) throws Exception {
    var printed = new ByteArrayOutputStream();
    var before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      var main = Class.forName(name, true, this).getMethod("main", String[].class);
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = classFiles.get(name.replace('.', '/'));
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, classFile, 0, classFile.length);
  }
}
