package dev.ssot.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

final class IdentitySetTest {
  private final IdentitySet set = new IdentitySet();

  @Test
  void an_object_is_in_it_once_it_was_added() {
    Object object = new Object();
    assertThat(set.contains(object)).isFalse();

    set.add(object);
    set.add(object);

    assertThat(set.contains(object)).isTrue();
    assertThat(set.contains(new Object())).isFalse();
  }

  @Test
  void equal_objects_are_not_the_same() {
    String object = new String("equal");
    set.add(object);

    assertThat(set.contains(new String("equal"))).isFalse();
    assertThat(set.contains(object)).isTrue();
  }

  @Test
  void its_objects_are_not_kept_alive() throws Exception {
    var gone = new WeakReference<>(new Object());
    set.add(gone.get());

    for (int i = 0; i < 100 && gone.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }

    assertThat(gone.get()).isNull();
  }
}
