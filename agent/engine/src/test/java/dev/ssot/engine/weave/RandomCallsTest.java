package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.weave.site.WovenSite;
import dev.ssot.forms.Compilers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random programs that call factories run as before when they are woven; and also when each call to
 * which nothing but constants goes in gets again what it made first, as all that tells two clients
 * apart has gone in to the call.
 */
final class RandomCallsTest {
  private static final String CLIENT =
      """
      package lib;

      import java.util.Arrays;

      public class Client {
        private final String text;

        Client(Object... options) { this.text = "client" + Arrays.deepToString(options); }
        public static Client create() { return new Client(); }
        public static Client create(Object option) { return new Client(option); }
        public static Client many(Object... options) { return new Client(options); }
        public static Client wide(long a, double b, int c, long d, Object e) { return new Client(a, b, c, d, e); }
        public static Client fails(Object option) { throw new IllegalStateException("failed " + new Client(option)); }
        public static Builder builder() { return new Builder(); }
        @Override public String toString() { return text; }

        public interface Made {
          static Client of(Object option) { return new Client("made", option); }
        }

        public static class Builder {
          private String with = "";

          public Builder with(Object option) { with += new Client(option).text; return this; }
          public Client build() { return new Client("built", with); }
          @SuppressWarnings("unchecked") public <T> T buildAny() { return (T) new Client("any", with); }
          @Override public String toString() { return with; }
        }
      }
      """;

  private final ClassWeaver weaver = new ClassWeaver("lib/Client"::equals);
  private final Map<String, Integer> ids = new HashMap<>();

  @TempDir private Path temp;

  @BeforeAll
  static void install() throws Exception {
    TestDispatch.install();
  }

  @AfterEach
  void shareNothing() {
    Recorded.shareCalls(null);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void what_is_woven_runs_as_before_whether_it_shares_or_not(long seed) throws Exception {
    Map<String, byte[]> plain = compiled(seed);
    var result = weaver.weave(plain.get("app/Uses"), plain::get, this::id, true);
    Map<String, byte[]> woven = new HashMap<>(plain);
    woven.put("app/Uses", result.classFile());
    Set<Integer> shared = new HashSet<>();
    result.woven().stream().filter(RandomCallsTest::isTheSame).forEach(s -> shared.add(id(s)));

    String expected = run(plain);
    assertThat(result.skipped()).isEmpty();
    assertThat(run(woven)).isEqualTo(expected);
    Recorded.shareCalls(Set.of());
    assertThat(run(woven)).as("asked").isEqualTo(expected);
    Recorded.shareCalls(shared);
    assertThat(run(woven)).as("shared: %s", shared.size()).isEqualTo(expected);
    assertThat(Recorded.answered()).isGreaterThan(20);
  }

  private Map<String, byte[]> compiled(long seed) throws IOException {
    List<Path> sources =
        List.of(
            Files.writeString(temp.resolve("Client.java"), CLIENT),
            Files.writeString(temp.resolve("Uses.java"), RandomCalls.source(seed)));
    return switch ((int) (seed % 3)) {
      case 0 -> Compilers.ecj(temp, sources, "--release", "17");
      case 1 -> Compilers.javac(temp, sources, "--release", "8");
      default -> Compilers.javac(temp, sources, "--release", "17");
    };
  }

  private int id(WovenSite site) {
    return ids.computeIfAbsent(site.toString(), place -> 10 + ids.size());
  }

  private static boolean isTheSame(WovenSite site) {
    return site.kind() == Kind.FACTORY && site.factory().passed() != Passed.VALUES;
  }

  private static String run(Map<String, byte[]> classFiles) throws Exception {
    return new DefiningLoader(RandomCallsTest.class.getClassLoader(), classFiles).run("app.Uses");
  }
}
