package dev.ssot.engine.http.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.http.Served;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Counting the heap stops the application, so it is done once at a time. */
class HeapEndpointTest {
  @Test
  void a_second_count_at_the_same_time_is_refused() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    HeapEndpoint.Source slow =
        () -> {
          begun.countDown();
          await(end);
          return "{}";
        };
    try (var served = Served.counting(slow)) {
      var first = CompletableFuture.supplyAsync(() -> served.countHeap());
      await(begun);
      var second = served.countHeap();
      end.countDown();

      assertThat(second.status()).isEqualTo(409);
      assertThat(second.body()).contains("is being counted");
      assertThat(first.get().status()).isEqualTo(200);
      assertThat(served.countHeap().status()).isEqualTo(200);
    }
  }

  @Test
  void a_jvm_that_cannot_count_says_so() {
    HeapEndpoint.Source none =
        () -> {
          throw new IllegalStateException("the live heap cannot be counted from here");
        };
    try (var served = Served.counting(none)) {
      var reply = served.countHeap();

      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.body()).isEqualTo("the live heap cannot be counted from here\n");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
