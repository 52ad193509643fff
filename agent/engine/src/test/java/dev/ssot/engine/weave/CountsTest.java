package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CountsTest {
  private static final int SITES = 300;
  private static final int THREADS = 4;

  @Test
  void all_counts_at_once_are_what_each_site_is_told() throws Exception {
    TestDispatch.install();
    Class<?> dispatch = Class.forName("java.lang.SsotDispatch");
    List<Integer> sites = new ArrayList<>();
    for (int i = 0; i < SITES; i++) {
      sites.add((int) dispatch.getMethod("newSite").invoke(null));
    }
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> construct(dispatch, sites));
      thread.start();
      thread.join();
    }

    long[] counts = counts(dispatch, new long[0]);

    assertThat(counts(dispatch, counts)).as("the same array, filled anew").isSameAs(counts);
    for (int i = 0; i < SITES; i++) {
      int site = sites.get(i);
      assertThat(counts[site]).isEqualTo((long) THREADS * i);
      assertThat(dispatch.getMethod("count", int.class).invoke(null, site)).isEqualTo(counts[site]);
    }
  }

  private static long[] counts(Class<?> dispatch, long[] reused) throws Exception {
    return (long[]) dispatch.getMethod("counts", long[].class).invoke(null, (Object) reused);
  }

  /** Constructs at each site as often as its place in the list says. */
  private static void construct(Class<?> dispatch, List<Integer> sites) {
    try {
      for (int i = 0; i < sites.size(); i++) {
        for (int n = 0; n < i; n++) {
          dispatch.getMethod("mark", int.class).invoke(null, sites.get(i));
          Object accounted = dispatch.getMethod("entered").invoke(null);
          dispatch
              .getMethod("completed", Object.class, int.class, String.class)
              .invoke(null, "made", accounted, "com.acme.Made");
        }
      }
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("the dispatch class", impossible);
    }
  }
}
