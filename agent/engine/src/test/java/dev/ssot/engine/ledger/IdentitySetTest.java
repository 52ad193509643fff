package dev.ssot.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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

  /** A weak reference has 32 bytes, and the garbage collector has to look at it. */
  @Test
  void what_is_in_it_is_added_again_without_another_weak_reference() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Object object = new Object();
    set.add(object);

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      set.add(object);
    }

    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(24 * 10_000);
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
