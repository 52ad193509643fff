package dev.ssot.bootstrap.zone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A jar with a hidden zone, made of classes of the tests. */
public final class TestZone {
  private final JarOutputStream jar;
  private final Path file;

  private TestZone(Path file, OutputStream out) throws IOException {
    this.file = file;
    this.jar = new JarOutputStream(out);
  }

  /** Begins a jar without anything in it. */
  public static TestZone in(Path directory) throws IOException {
    Path file = directory.resolve("agent.jar");
    return new TestZone(file, Files.newOutputStream(file));
  }

  /** Hides a class in it. */
  public TestZone with(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/');
    try (InputStream in = type.getClassLoader().getResourceAsStream(name + ".class")) {
      return with(name + ".classdata", in.readAllBytes());
    }
  }

  /** Hides a file in it. */
  public TestZone with(String name, byte[] content) throws IOException {
    jar.putNextEntry(new ZipEntry("ssot-zone/" + name));
    jar.write(content);
    jar.closeEntry();
    return this;
  }

  /** Ends the jar. */
  public AgentClassLoader loader() throws IOException {
    jar.close();
    return new AgentClassLoader(new Zone(file.toFile()));
  }
}
