package dev.ssot.bootstrap.zone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A jar with a hidden zone, made of classes of the tests. */
public final class TestZone {
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();
  private final ZipOutputStream zone = new ZipOutputStream(content);
  private final Path file;

  private TestZone(Path file) {
    this.file = file;
  }

  /** Begins a jar without anything in it. */
  public static TestZone in(Path directory) {
    return new TestZone(directory.resolve("agent.jar"));
  }

  /** Hides a class in it. */
  public TestZone with(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      return with(name, in.readAllBytes());
    }
  }

  /** Hides a file in it. */
  public TestZone with(String name, byte[] bytes) throws IOException {
    add(zone, name, bytes);
    return this;
  }

  /** Ends the jar. */
  public AgentClassLoader loader() throws IOException {
    zone.close();
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
      add(jar, "ssot-zone.zip", content.toByteArray());
    }
    return new AgentClassLoader(new Zone(file.toFile()));
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
