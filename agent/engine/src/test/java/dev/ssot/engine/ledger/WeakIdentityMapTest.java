package dev.ssot.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

final class WeakIdentityMapTest {
  private final WeakIdentityMap<Object, String> map = new WeakIdentityMap<>();

  @Test
  void no_code_of_a_key_runs() {
    Object key = new Hostile();
    Object other = new Hostile();
    assertThat(map.get(key) == null).isTrue();

    map.put(key, "one");
    map.put(key, "two");

    assertThat(map.get(key)).isEqualTo("two");
    assertThat(map.get(other) == null).isTrue();
    assertThat(map.getOrPut(key, "three")).isEqualTo("two");
    assertThat(map.getOrPut(other, "three")).isEqualTo("three");
    assertThat(map.get(other)).isEqualTo("three");
  }

  @Test
  void keys_are_not_kept_alive_and_others_stay() throws Exception {
    Object stays = new Object();
    map.put(stays, "stays");
    var gone = new WeakReference<>(new Object());
    map.put(gone.get(), "goes");

    for (int i = 0; i < 100 && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    map.put(new Object(), "next");

    assertThat(gone.get()).isNull();
    assertThat(map.get(stays)).isEqualTo("stays");
  }

  /** Not only is its hash no good: it equals nothing, not itself, and says so by throwing. */
  private static final class Hostile {
    @Override
    public int hashCode() {
      throw new AssertionError("asked for its hash");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("compared");
    }
  }
}
