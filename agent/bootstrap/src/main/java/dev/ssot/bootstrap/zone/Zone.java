package dev.ssot.bootstrap.zone;

import java.io.ByteArrayOutputStream;
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

  private Zone(File file) throws IOException {
    this.file = file;
    this.jar = new JarFile(file);
  }

  /** Opens the jar that this class comes from; it stays open as long as the JVM. */
  public static Zone ofThisJar() throws IOException, URISyntaxException {
    URL location = Zone.class.getProtectionDomain().getCodeSource().getLocation();
    return new Zone(new File(location.toURI()));
  }

  /** The agent's jar. */
  public File file() {
    return file;
  }

  /**
   * A main attribute of the jar's manifest.
   *
   * @return null if there is none of that name
   */
  public String attribute(String name) throws IOException {
    return jar.getManifest().getMainAttributes().getValue(name);
  }

  /**
   * Bytes of a class of the zone.
   *
   * @param name internal or binary
   * @return null if the zone has no such class
   */
  public byte[] classFile(String name) throws IOException {
    ZipEntry entry = jar.getEntry(PREFIX + name.replace('.', '/') + ".classdata");
    return entry == null ? null : read(entry);
  }

  /**
   * Where a resource of the zone is.
   *
   * @return null if the zone has no such resource
   */
  URL resource(String name) throws MalformedURLException {
    String stored = name.endsWith(".class") ? name + "data" : name;
    return jar.getEntry(PREFIX + stored) == null
        ? null
        : new URL("jar:" + file.toURI() + "!/" + PREFIX + stored);
  }

  private byte[] read(ZipEntry entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) Math.max(1024, entry.getSize()));
    byte[] buffer = new byte[8192];
    try (InputStream in = jar.getInputStream(entry)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
      }
    }
    return bytes.toByteArray();
  }
}
