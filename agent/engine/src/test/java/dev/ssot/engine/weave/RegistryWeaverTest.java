package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.forms.Compilers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistryWeaverTest {
  private static final String SOURCE =
      """
      public class Registry {
        private final boolean closed;

        public Registry() {
          this.closed = System.nanoTime() == 0;
        }

        public boolean isClosed() {
          return closed;
        }

        public boolean isClosed(int since) {
          return closed;
        }
      }
      """;

  @TempDir private Path out;

  @BeforeEach
  void install() throws Exception {
    TestDispatch.install();
    Recorded.take();
  }

  @Test
  void a_registry_is_noticed_when_it_is_made_and_when_it_is_used() throws Exception {
    Class<?> type = woven();

    Object registry = type.getConstructor().newInstance();
    assertThat(Recorded.take()).containsExactly("noticed Registry");

    assertThat(type.getMethod("isClosed").invoke(registry)).isEqualTo(false);
    assertThat(Recorded.take()).containsExactly("noticed Registry");

    assertThat(type.getMethod("isClosed", int.class).invoke(registry, 1)).isEqualTo(false);
    assertThat(Recorded.take()).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_left_as_it_is() {
    assertThat(RegistryWeaver.weave(new byte[] {1, 2, 3})).isNull();
  }

  private Class<?> woven() throws Exception {
    byte[] plain = Compilers.javac(out, "Registry", SOURCE).get("Registry");
    return new DefiningLoader(
            RegistryWeaverTest.class.getClassLoader(),
            Map.of("Registry", RegistryWeaver.weave(plain)))
        .loadClass("Registry");
  }
}
