package dev.ssot.engine.weave.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** All class files of some jars, read as they are asked for. */
final class Corpus implements AutoCloseable {
  private static final ClassLoader JDK = ClassLoader.getSystemClassLoader().getParent();

  private final List<JarFile> jars = new ArrayList<>();
  private final Map<String, JarFile> owners = new TreeMap<>();

  Corpus(List<Path> paths) throws IOException {
    for (Path path : paths) {
      JarFile jar = new JarFile(path.toFile());
      jars.add(jar);
      jar.stream()
          .map(JarEntry::getName)
          .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
          .filter(name -> !name.endsWith("-info.class"))
          .forEach(name -> owners.putIfAbsent(name.substring(0, name.length() - 6), jar));
    }
  }

  /** Returns the internal names of all classes. */
  List<String> names() {
    return Collections.unmodifiableList(new ArrayList<>(owners.keySet()));
  }

  /** Returns the class file; null if it is in none of the jars. */
  byte[] classFile(String internalName) {
    JarFile jar = owners.get(internalName);
    if (jar == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(jar.getEntry(internalName + ".class"))) {
      return bytes(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the class file that a class of the corpus sees; null if there is none. */
  byte[] visible(String internalName) {
    if (owners.containsKey(internalName)) {
      return classFile(internalName);
    }
    try (InputStream in = JDK.getResourceAsStream(internalName + ".class")) {
      return in == null ? null : bytes(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (JarFile jar : jars) {
      jar.close();
    }
  }

  private static byte[] bytes(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int read = in.read(part); read >= 0; read = in.read(part)) {
      bytes.write(part, 0, read);
    }
    return bytes.toByteArray();
  }
}
