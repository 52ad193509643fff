package dev.ssot.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What the build packaged, as the tests look at it. */
public final class PackagedJar {
  /** The jar in the jar, which holds what is hidden from the application. */
  public static final String ZONE = "ssot-zone.zip";

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
    try (InputStream jar = Files.newInputStream(path())) {
      return classes(contents(jar));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Map<String, byte[]> hiddenClasses() {
    return classes(hidden());
  }

  /** Files of the hidden zone, by their names in it. */
  public static Map<String, byte[]> hidden() {
    try (JarFile jar = new JarFile(path().toFile());
        InputStream zone = jar.getInputStream(jar.getEntry(ZONE))) {
      return contents(zone);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, byte[]> contents(InputStream in) throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        contents.put(entry.getName(), zip.readAllBytes());
      }
    }
    return contents;
  }

  private static Map<String, byte[]> classes(Map<String, byte[]> contents) {
    Map<String, byte[]> classes = new TreeMap<>();
    contents.forEach(
        (name, bytes) -> {
          if (name.endsWith(".class")) {
            classes.put(name.substring(0, name.length() - ".class".length()), bytes);
          }
        });
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
