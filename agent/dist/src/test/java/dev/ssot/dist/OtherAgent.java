package dev.ssot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** An agent of somebody else, as one class without a package. */
public final class OtherAgent {
  private OtherAgent() {}

  /**
   * Compiles the class for Java 8 and puts it into a jar.
   *
   * @param source declares the class with its {@code premain}
   * @param directory takes all files
   */
  public static Path compile(String name, String source, Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".java"), source);
    String[] arguments = {
      "--release", "8", "-Xlint:-options", "-d", directory.toString(), file.toString()
    };
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments)).isZero();
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", name);
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve(name + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new ZipEntry(name + ".class"));
      out.write(Files.readAllBytes(directory.resolve(name + ".class")));
    }
    return jar;
  }
}
