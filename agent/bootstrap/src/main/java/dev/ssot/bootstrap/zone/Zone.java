package dev.ssot.bootstrap.zone;

import dev.ssot.bootstrap.pattern.ClassNames;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/**
 * The hidden part of the agent's jar: a jar of its own in it, so that no class-path scanner takes
 * its classes for the application's, and so that the JVM, which makes a table of all entries before
 * {@code premain}, has few to go through. It is read into memory once, right after the agent's
 * start, since the engine may start hours after the JVM, when the file is another one.
 */
public final class Zone {
  private static final String NAME = "ssot-zone.zip";
  private static final String BOOTSTRAP = "dev/ssot/bootstrap/";
  private static final String CLASS = ".class";

  private final File file;

  /** The agent's jar; null until it is read, and again once the zone is taken from it. */
  private JarBytes jar;

  /** The jar without its zone; null from Java 9 on. */
  private JarBytes visible;

  /** Null until something of it is needed. */
  private JarBytes zone;

  /** Creates the zone of a jar of the agent, which is read later. */
  Zone(File file) {
    this.file = file;
  }

  /** Creates the zone of the jar that this class comes from. */
  public static Zone ofThisJar() throws URISyntaxException {
    URL location = Zone.class.getProtectionDomain().getCodeSource().getLocation();
    return new Zone(new File(location.toURI()));
  }

  /** Reads the jar, unless it is read. From then on the file is not needed. */
  synchronized void read() throws IOException {
    if (zone == null) {
      jar();
    }
  }

  private synchronized JarBytes jar() throws IOException {
    if (jar == null) {
      jar = JarBytes.of(file);
    }
    return jar;
  }

  private synchronized JarBytes zone() throws IOException {
    if (zone == null) {
      JarBytes inner = jar().inner(NAME);
      if (inner == null) {
        throw new IOException("the agent's jar is incomplete: it has no " + NAME);
      }
      zone = inner;
      jar = null;
    }
    return zone;
  }

  /** Reads what is not hidden, so that {@link #bootstrapClassFile} needs no file. */
  void readVisible() throws IOException {
    visible = JarBytes.upTo(NAME, file);
  }

  /** Tells whether {@link #readVisible} was called. */
  boolean isVisibleRead() {
    return visible != null;
  }

  /**
   * Returns the bytes of a class of the agent that the system loader has.
   *
   * @return null if there is no such class
   */
  byte[] bootstrapClassFile(String name) throws IOException {
    return visible.content(ClassNames.internal(name) + CLASS);
  }

  /**
   * Returns the binary names of the agent's classes that the system loader has. To be called before
   * anything is taken from the zone, or the file is read again.
   */
  List<String> bootstrapClasses() throws IOException {
    List<String> names = new ArrayList<>();
    JarBytes from = visible == null ? jar() : visible;
    for (String entry : from.names(BOOTSTRAP, CLASS)) {
      if (!entry.endsWith("-info.class")) {
        names.add(ClassNames.binary(entry.substring(0, entry.length() - CLASS.length())));
      }
    }
    return names;
  }

  /**
   * Returns the bytes of a class of the zone.
   *
   * @param name internal or binary
   * @return null if the zone has no such class
   */
  public byte[] classFile(String name) throws IOException {
    return zone().content(ClassNames.internal(name) + CLASS);
  }

  /**
   * Returns where a resource of the zone is. Whoever opens it reads from memory.
   *
   * @return null if the zone has no such resource
   */
  URL resource(String name) throws IOException {
    return zone().has(name)
        ? new URL(null, "ssot-zone:" + name, new ZoneHandler(zone(), name))
        : null;
  }
}
