package dev.ssot.engine.http;

/** What clients may cost at most, all of them together. */
final class HttpLimits {
  /** For people, probes and scrapers; more is an attack. */
  static final HttpLimits USUAL = new HttpLimits(4, 32, 30_000, 3_000, 10_000);

  /** In bytes; as much as other servers take. */
  final int head = 8 * 1024;

  /** In bytes of a body that nobody asked for, so that its sender gets to read the refusal. */
  final int ignoredBody = 64 * 1024;

  /** Exchanges at once: also the number of threads. */
  final int threads;

  /** Connections that wait for a thread; one more is closed. */
  final int waiting;

  /** In milliseconds, until a thread has time for the connection. */
  final long waitingTime;

  /** In milliseconds, for the client to send its head: a thread has nothing else to do so long. */
  final long readingTime;

  /** In milliseconds, to make the answer and for the client to take it. */
  final long answeringTime;

  HttpLimits(int threads, int waiting, long waitingTime, long readingTime, long answeringTime) {
    this.threads = threads;
    this.waiting = waiting;
    this.waitingTime = waitingTime;
    this.readingTime = readingTime;
    this.answeringTime = answeringTime;
  }
}
