package dev.ssot.demo.load;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Opens all the sessions of a plan at the same time and waits until the last has ended. */
public final class LoadClient {
  private final LoadPlan plan;

  /** Nothing happens before {@link #run()}. */
  public LoadClient(LoadPlan plan) {
    this.plan = plan;
  }

  /** Every session ends by itself: with its last message, a close frame or a time limit. */
  public LoadReport run() {
    return run(() -> {});
  }

  /**
   * The same, with a look at the service while it is full.
   *
   * @param look runs when everybody has said everything, or was turned away, and nobody has left
   */
  public LoadReport run(Runnable look) {
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    ExecutorService users = Executors.newFixedThreadPool(plan.sessions());
    CyclicBarrier everybody = new CyclicBarrier(plan.sessions(), look);
    try {
      List<Future<SessionResult>> results =
          IntStream.range(0, plan.sessions())
              .mapToObj(number -> new LoadSession(http, plan, number, () -> await(everybody)))
              .map(users::submit)
              .toList();
      return new LoadReport(results.stream().map(LoadClient::result).toList());
    } finally {
      users.shutdownNow();
    }
  }

  private static void await(CyclicBarrier everybody) {
    try {
      everybody.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException("another user, or the look at the service, failed", e);
    }
  }

  private static SessionResult result(Future<SessionResult> session) {
    try {
      return session.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SessionResult.failed("interrupted");
    } catch (ExecutionException e) {
      return SessionResult.failed(String.valueOf(e.getCause()));
    }
  }
}
