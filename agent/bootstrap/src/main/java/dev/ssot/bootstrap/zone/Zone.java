package dev.ssot.bootstrap.zone;

import dev.ssot.bootstrap.pattern.ClassNames;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * The hidden part of the agent's jar: everything below {@code ssot-zone/}, class files under
 * another extension so that no class-path scanner takes them for the application's.
 */
public final class Zone {
  private static final String PREFIX = "ssot-zone/";

  private final File file;
  private final JarFile jar;

  /** Opens a jar of the agent. */
  Zone(File file) throws IOException {
    this.file = file;
    this.jar = new JarFile(file);
  }

  /** Opens the jar that this class comes from; it stays open as long as the JVM. */
  public static Zone ofThisJar() throws IOException, URISyntaxException {
    URL location = Zone.class.getProtectionDomain().getCodeSource().getLocation();
    return new Zone(new File(location.toURI()));
  }

  /**
   * Returns a main attribute of the jar's manifest.
   *
   * @return null if there is none of that name
   */
  public String attribute(String name) throws IOException {
    return jar.getManifest().getMainAttributes().getValue(name);
  }

  /**
   * Returns the bytes of a class of the zone.
   *
   * @param name internal or binary
   * @return null if the zone has no such class
   */
  public byte[] classFile(String name) throws IOException {
    ZipEntry entry = jar.getEntry(PREFIX + ClassNames.internal(name) + ".classdata");
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return InputStreams.readAll(in);
    }
  }

  /**
   * Returns where a resource of the zone is.
   *
   * @return null if the zone has no such resource
   */
  URL resource(String name) throws MalformedURLException {
    String stored = name.endsWith(".class") ? name + "data" : name;
    return jar.getEntry(PREFIX + stored) == null
        ? null
        : new URL("jar:" + file.toURI() + "!/" + PREFIX + stored);
  }
}
