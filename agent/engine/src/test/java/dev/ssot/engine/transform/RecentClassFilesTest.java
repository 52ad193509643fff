package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.weave.site.ClassFiles;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

/** A loader is not asked for the same class file again and again. */
final class RecentClassFilesTest {
  private final RecentClassFiles recent = new RecentClassFiles(readers());
  private final Asked loader = new Asked();

  @Test
  void a_loader_is_asked_once_by_all_classes_that_it_loads() {
    byte[] first = recent.of(loader).read("com/acme/Base");
    byte[] again = recent.of(loader).read("com/acme/Base");

    assertThat(first).hasSize(Asked.SIZE);
    assertThat(again).isSameAs(first);
    assertThat(loader.asked).containsExactly("com/acme/Base.class");
  }

  @Test
  void each_loader_has_its_own() {
    var other = new Asked();
    recent.of(loader).read("com/acme/Base");

    recent.of(other).read("com/acme/Base");

    assertThat(other.asked).hasSize(1);
  }

  @Test
  void what_is_not_there_may_come_later() {
    recent.of(loader).read("com/acme/Absent");
    recent.of(loader).read("com/acme/Absent");

    assertThat(loader.asked).hasSize(2);
  }

  @Test
  void nothing_is_kept_once_nobody_asks() {
    recent.of(loader).read("com/acme/Base");

    recent.perform(0);
    recent.of(loader).read("com/acme/Base");
    assertThat(loader.asked).hasSize(1);

    recent.perform(500);
    recent.perform(1_000);
    recent.of(loader).read("com/acme/Base");
    assertThat(loader.asked).hasSize(2);
  }

  @Test
  void no_more_than_eight_megabytes_are_kept() {
    ClassFiles files = recent.of(loader);
    for (int i = 0; i <= (8 << 20) / Asked.SIZE; i++) {
      files.read("com/acme/C" + i);
    }
    loader.asked.clear();

    files.read("com/acme/C1");

    assertThat(loader.asked).hasSize(1);
  }

  @Test
  void a_class_of_the_jdk_is_read_without_asking_the_loader() {
    assertThat(recent.of(loader).read("java/util/List")).isNotEmpty();
    assertThat(loader.asked).isEmpty();
  }

  private static ReaderThreads readers() {
    ReaderThreads readers = new ReaderThreads(NOPLogger.NOP_LOGGER);
    readers.start();
    return readers;
  }

  /** Has every class but one, and notes who is asked for. */
  private static final class Asked extends ClassLoader {
    private static final int SIZE = 100_000;

    private final List<String> asked = new ArrayList<>();

    @Override
    public InputStream getResourceAsStream(String name) {
      asked.add(name);
      return name.contains("Absent") ? null : new ByteArrayInputStream(new byte[SIZE]);
    }
  }
}
