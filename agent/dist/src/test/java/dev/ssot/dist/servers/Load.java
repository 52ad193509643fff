package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a service for each of its paths in turn, on several threads, until it is closed. */
final class Load implements AutoCloseable {
  static final int THREADS = 4;

  /** More would make thousands of threads while a command runs on a slow machine. */
  private static final int PAUSE_MILLIS = 150;

  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Map<String, AtomicInteger> answered = new ConcurrentHashMap<>();
  private final Map<String, List<Moment>> courses = new TreeMap<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final Http service;

  private Load(Http service) {
    this.service = service;
  }

  static Load on(Http service, Collection<String> paths) throws Exception {
    Load load = new Load(service);
    for (String path : paths) {
      load.answered.put(path, new AtomicInteger());
      load.courses.put(path, new ArrayList<>());
    }
    for (int i = 0; i < THREADS; i++) {
      load.threads.execute(load::ask);
    }
    return load;
  }

  private void ask() {
    try {
      while (failures.isEmpty()) {
        for (String path : courses.keySet()) {
          String answer = service.get("/" + path);
          if (!answer.equals("200 hello")) {
            failures.add(path + ": " + answer);
          }
          answered.get(path).incrementAndGet();
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      failures.add(failed.toString());
    }
  }

  /** Returns once each path was answered so many times more, all of them well. */
  void await(int more) throws Exception {
    Map<String, Integer> end = new TreeMap<>();
    answered.forEach((path, count) -> end.put(path, count.get() + more));
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (end.entrySet().stream().anyMatch(each -> count(each.getKey()) < each.getValue())) {
      assertThat(failures).isEmpty();
      assertThat(System.nanoTime()).as("%s", answered).isLessThan(deadline);
      now();
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private int count(String path) {
    return answered.get(path).get();
  }

  /** By path, and notes it for the course. */
  Map<String, Moment> now() throws Exception {
    Map<String, Moment> all = new TreeMap<>();
    for (String path : courses.keySet()) {
      all.put(path, now(path));
    }
    return all;
  }

  /** Requests that are on their way make a difference of {@link #THREADS} at most. */
  Moment now(String path) throws Exception {
    String threadsOfPath = service.get("/threads/" + path).substring("200 ".length());
    Moment moment = new Moment(count(path), Integer.parseInt(threadsOfPath));
    courses.get(path).add(moment);
    return moment;
  }

  /** Returns what was noted for that path, in order. */
  List<Moment> course(String path) {
    return courses.get(path);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      threads.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many requests were answered, and how many threads the clients of that path had. */
  record Moment(int answered, int threads) {}
}
