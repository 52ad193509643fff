package dev.ssot.bootstrap.zone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar in memory has what {@code java.util.zip} wrote. */
final class JarBytesTest {
  @TempDir private Path temp;
  private final byte[] noise = new byte[50_000];

  JarBytesTest() {
    new Random(1).nextBytes(noise);
  }

  @Test
  void each_entry_has_its_content() throws IOException {
    JarBytes jar = new JarBytes(zip("a comment at the end"));

    assertThat(jar.content("text")).isEqualTo("text ".repeat(1_000).getBytes(UTF_8));
    assertThat(jar.content("noise")).isEqualTo(noise);
    assertThat(jar.content("stored")).isEqualTo(noise);
    assertThat(jar.content("empty")).isEmpty();
    assertThat(jar.content("täxt/Ünï.class")).isEqualTo(new byte[] {47});
  }

  @Test
  void what_is_not_there_is_null() throws IOException {
    JarBytes jar = new JarBytes(zip(""));

    assertThat(jar.content("tex")).isNull();
    assertThat(jar.has("texts")).isFalse();
    assertThat(jar.has("text")).isTrue();
  }

  /** Few are searched for, many are looked up in a table. */
  @Test
  void what_was_found_once_is_found_again() throws IOException {
    JarBytes jar = new JarBytes(zip(""));

    for (int i = 0; i < 10; i++) {
      for (String name : jar.names("", "")) {
        assertThat(jar.has(name)).isTrue();
        assertThat(jar.has(name + "s")).isFalse();
      }
      assertThat(jar.content("stored")).isEqualTo(noise);
      assertThat(jar.has("")).isFalse();
    }
  }

  @Test
  void names_come_in_their_order() throws IOException {
    JarBytes jar = new JarBytes(zip(""));

    assertThat(jar.names("", ""))
        .containsExactly("text", "noise", "stored", "empty", "täxt/Ünï.class");
    assertThat(jar.names("t", ".class")).containsExactly("täxt/Ünï.class");
  }

  @Test
  void a_jar_can_be_read_without_its_last_entry() throws IOException {
    Path file = Files.write(temp.resolve("a.jar"), zip(""));

    JarBytes jar = JarBytes.upTo("täxt/Ünï.class", file.toFile());
    Files.delete(file);

    assertThat(jar.names("", "")).hasSize(5);
    assertThat(jar.content("text")).isEqualTo("text ".repeat(1_000).getBytes(UTF_8));
    assertThat(jar.content("stored")).isEqualTo(noise);
  }

  @Test
  void it_is_read_whole_if_the_entry_is_another_one() throws IOException {
    Path file = Files.write(temp.resolve("a.jar"), zip(""));

    for (String other : new String[] {"noise", "absent"}) {
      JarBytes jar = JarBytes.upTo(other, file.toFile());
      assertThat(jar.content("noise")).isEqualTo(noise);
      assertThat(jar.content("täxt/Ünï.class")).isEqualTo(new byte[] {47});
    }
  }

  @Test
  void a_jar_without_its_end_is_refused() throws IOException {
    byte[] whole = zip("");

    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> new JarBytes(Arrays.copyOf(whole, length)))
          .withMessageContaining("incomplete");
    }
  }

  @Test
  void damaged_content_is_an_exception_and_never_endless() throws IOException {
    byte[] damaged = zip("");
    Arrays.fill(damaged, 34, 60, (byte) 0xff);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new JarBytes(damaged).content("text"));
  }

  @Test
  void a_jar_in_a_jar_is_read_where_it_is() throws IOException {
    for (boolean isStored : new boolean[] {true, false}) {
      byte[] inner = zip("a comment");
      JarBytes jar = new JarBytes(around(inner, isStored)).inner("inner");

      assertThat(jar.names("t", "")).containsExactly("text", "täxt/Ünï.class");
      assertThat(jar.content("text")).isEqualTo("text ".repeat(1_000).getBytes(UTF_8));
      assertThat(jar.content("stored")).isEqualTo(noise);
      assertThat(jar.has("after")).isFalse();
    }
    assertThat(new JarBytes(zip("")).inner("inner")).isNull();
  }

  @Test
  void a_damaged_jar_in_a_jar_is_refused() throws IOException {
    byte[] outer = around(new byte[100], true);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new JarBytes(outer).inner("inner"))
        .withMessageContaining("incomplete");
  }

  private static byte[] around(byte[] inner, boolean isStored) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, new ZipEntry("before"), new byte[] {1});
      put(zip, isStored ? stored("inner", inner) : new ZipEntry("inner"), inner);
      put(zip, new ZipEntry("after"), new byte[] {2});
    }
    return bytes.toByteArray();
  }

  private byte[] zip(String comment) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(comment);
      put(zip, new ZipEntry("text"), "text ".repeat(1_000).getBytes(UTF_8));
      put(zip, new ZipEntry("noise"), noise);
      put(zip, stored("stored", noise), noise);
      put(zip, new ZipEntry("empty"), new byte[0]);
      put(zip, new ZipEntry("täxt/Ünï.class"), new byte[] {47});
    }
    return bytes.toByteArray();
  }

  private static ZipEntry stored(String name, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    return entry;
  }

  private static void put(ZipOutputStream zip, ZipEntry entry, byte[] content) throws IOException {
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
