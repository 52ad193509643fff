package dev.ssot.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** What the build packaged, as the tests look at it. */
public final class PackagedJar {
  public static final String ZONE = "ssot-zone/";

  private PackagedJar() {}

  public static Path path() {
    return property("packaged.jar");
  }

  /** The classes of {@code agent/fixtures}. */
  public static Path fixtures() {
    return property("fixtures.classes");
  }

  /**
   * Names of all entries but folders, in the order of the jar; a name that is in it twice, twice.
   */
  public static List<String> entries() {
    try (JarFile jar = new JarFile(path().toFile())) {
      List<String> names = new ArrayList<>();
      for (ZipEntry entry : Collections.list(jar.entries())) {
        if (!entry.isDirectory()) {
          names.add(entry.getName());
        }
      }
      return names;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Map<String, String> manifest() {
    try (JarFile jar = new JarFile(path().toFile())) {
      Map<String, String> attributes = new TreeMap<>();
      jar.getManifest()
          .getMainAttributes()
          .forEach((name, value) -> attributes.put(name.toString(), value.toString()));
      return attributes;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Class files of both zones by internal name. */
  public static Map<String, byte[]> classes() {
    Map<String, byte[]> classes = visibleClasses();
    classes.putAll(hiddenClasses());
    return classes;
  }

  public static Map<String, byte[]> visibleClasses() {
    return classes("", ".class");
  }

  public static Map<String, byte[]> hiddenClasses() {
    return classes(ZONE, ".classdata");
  }

  private static Map<String, byte[]> classes(String prefix, String suffix) {
    Map<String, byte[]> classes = new TreeMap<>();
    try (JarFile jar = new JarFile(path().toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.startsWith(prefix) && name.endsWith(suffix)) {
          try (InputStream content = jar.getInputStream(entry)) {
            classes.put(
                name.substring(prefix.length(), name.length() - suffix.length()),
                content.readAllBytes());
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return classes;
  }

  private static Path property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set: run mvn verify -pl agent/dist -am");
    }
    return Path.of(value);
  }
}
