package dev.ssot.bootstrap.zone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.acme.shop.Shelf;
import com.acme.shop.Shop;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AgentClassLoaderTest {
  private static final byte[] NO_CLASS_FILE = {1, 2, 3};

  @TempDir private Path temp;
  private AgentClassLoader loader;

  @BeforeEach
  void make() throws Exception {
    loader =
        TestZone.in(temp)
            .with(Shelf.class)
            .with("java/lang/SsotDispatch.class", NO_CLASS_FILE)
            .with("META-INF/services/com.acme.Service", "com.acme.Ours".getBytes(UTF_8))
            .loader();
  }

  @Test
  void a_class_of_the_zone_is_its_own() throws Exception {
    Class<?> hidden = loader.loadClass(Shelf.class.getName());

    assertThat(hidden.getClassLoader()).isSameAs(loader);
    assertThat(hidden).isNotSameAs(Shelf.class);
  }

  @Test
  void a_class_of_the_application_is_not_seen() {
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> loader.loadClass(Shop.class.getName()));
  }

  @Test
  void both_sides_share_the_classes_of_the_bootstrap() throws Exception {
    assertThat(loader.loadClass(Zone.class.getName())).isSameAs(Zone.class);
  }

  /** In a JVM that has none, the engine fails by name instead of getting one of its own. */
  @Test
  void the_dispatch_class_is_read_and_never_defined() throws Exception {
    assertThat(loader.classFile("java.lang.SsotDispatch")).isEqualTo(NO_CLASS_FILE);
    assertThat(loader.classFile("java/lang/SsotDispatch")).isEqualTo(NO_CLASS_FILE);
    assertThatExceptionOfType(ClassNotFoundException.class)
        .isThrownBy(() -> loader.loadClass("java.lang.SsotDispatch"));
  }

  @Test
  void resources_come_from_the_zone_alone() throws Exception {
    assertThat(loader.getResource("java/lang/Object.class")).isNull();
    assertThat(Collections.list(loader.getResources("java/lang/Object.class"))).isEmpty();
    assertThat(Collections.list(loader.getResources("META-INF/services/com.acme.Service")))
        .hasSize(1);
  }

  @Test
  void a_class_file_is_found_under_its_usual_name() throws Exception {
    URL url = loader.getResource("com/acme/shop/Shelf.class");

    assertThat(url).hasToString("ssot-zone:com/acme/shop/Shelf.class");
    assertThat(InputStreams.readAll(url.openStream()))
        .isEqualTo(loader.classFile("com.acme.shop.Shelf"));
  }

  @Test
  void the_file_may_be_truncated_replaced_or_deleted_afterwards() throws Exception {
    Path jar = temp.resolve("agent.jar");
    loader.takeAll(null);
    byte[] expected = loader.classFile(Shelf.class.getName());

    for (byte[] other : new byte[][] {{}, NO_CLASS_FILE, new byte[100_000]}) {
      Files.write(jar, other);
      assertThat(loader.classFile(Shelf.class.getName())).isEqualTo(expected);
    }
    Files.delete(jar);

    assertThat(loader.loadClass(Shelf.class.getName()).getClassLoader()).isSameAs(loader);
    URL service = loader.getResource("META-INF/services/com.acme.Service");
    assertThat(InputStreams.readAll(service.openStream())).asString().isEqualTo("com.acme.Ours");
  }

  @Test
  void what_the_zone_lacks_has_no_bytes() throws Exception {
    assertThat(loader.classFile(Shop.class.getName())).isNull();
  }

  @Test
  void a_jar_without_its_zone_is_told_of() throws Exception {
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(temp.resolve("x.jar")))) {
      jar.putNextEntry(new ZipEntry("dev/"));
    }
    Zone zone = new Zone(temp.resolve("x.jar").toFile());

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> zone.classFile("com.acme.shop.Shelf"))
        .withMessageContaining("ssot-zone.zip");
  }
}
