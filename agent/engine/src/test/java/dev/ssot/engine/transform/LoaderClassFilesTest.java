package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A loader's resources, whatever it does when it is asked. */
final class LoaderClassFilesTest {
  private static final String OWN = LoaderClassFilesTest.class.getName().replace('.', '/');

  @Test
  void a_class_file_is_read_whole_though_it_comes_in_pieces() {
    byte[] large = new byte[20_000];
    Arrays.fill(large, (byte) 47);

    assertThat(files(new InPieces(large)).read("com/acme/Large")).isEqualTo(large);
  }

  @Test
  void the_file_is_the_one_that_the_loader_would_load_the_class_from() throws IOException {
    byte[] expected;
    try (InputStream in = getClass().getResourceAsStream("/" + OWN + ".class")) {
      expected = in.readAllBytes();
    }

    assertThat(new LoaderClassFiles(getClass().getClassLoader()).read(OWN)).isEqualTo(expected);
  }

  @Test
  void what_the_loader_does_not_have_is_null() {
    assertThat(files(null).read("com/acme/Absent")).isNull();
  }

  @Test
  void a_loader_that_throws_has_no_such_class() {
    assertThat(new LoaderClassFiles(new Throwing(new IllegalStateException("stopped"))).read(OWN))
        .isNull();
    assertThat(new LoaderClassFiles(new Throwing(new NoClassDefFoundError("gone"))).read(OWN))
        .isNull();
  }

  @Test
  void a_loader_that_says_that_it_is_stopped_is_not_asked() {
    assertThat(new LoaderClassFiles(new Stopped()).read(OWN)).isNull();
  }

  @Test
  void a_stream_that_breaks_off_is_no_class_file() {
    assertThat(files(new BreakingOff()).read("com/acme/Broken")).isNull();
  }

  /** Says how it is, as Tomcat's does. */
  public static final class Stopped extends ClassLoader {
    /** Returns the state. */
    public String getStateName() {
      return "STOPPED";
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      throw new AssertionError("asked for " + name);
    }
  }

  private static LoaderClassFiles files(InputStream resource) {
    return new LoaderClassFiles(
        new ClassLoader(null) {
          @Override
          public InputStream getResourceAsStream(String name) {
            assertThat(name).endsWith(".class");
            return resource;
          }
        });
  }

  /** Answers less than it is asked for, as networks do. */
  private static final class InPieces extends ByteArrayInputStream {
    InPieces(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] buffer, int offset, int length) {
      return super.read(buffer, offset, Math.min(length, 1_000));
    }
  }

  private static final class BreakingOff extends InputStream {
    private boolean begun;

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (begun) {
        throw new IOException("connection reset");
      }
      begun = true;
      return Math.min(length, 100);
    }

    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }
  }

  /** As those of stopped web applications do. */
  private static final class Throwing extends ClassLoader {
    private final Throwable problem;

    Throwing(Throwable problem) {
      super(null);
      this.problem = problem;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      if (problem instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) problem;
    }
  }
}
