package dev.ssot.engine.http;

/** The limits of what all clients together may cost. */
final class HttpLimits {
  /** Enough for people, probes and scrapers. */
  static final HttpLimits USUAL = new HttpLimits(4, 32, 30_000, 3_000, 10_000);

  /** In bytes; as large as other servers allow. */
  final int head = 8 * 1024;

  /** In bytes: enough for the names and patterns of a command. */
  final int body = 8 * 1024;

  /** In bytes: so much of an unwanted body is read, so that its sender can read the refusal. */
  final int ignoredBody = 64 * 1024;

  /** Number of exchanges at once, and so of threads. */
  final int threads;

  /** Connections that wait for a thread; one more is closed. */
  final int waiting;

  /** In milliseconds, until a thread has time for the connection. */
  final long waitingTime;

  /** In milliseconds, for the client to send the head of its request; the thread waits so long. */
  final long readingTime;

  /** In milliseconds, to make the answer, and again for the client to take it. */
  final long answeringTime;

  /** In milliseconds, to carry out a command: counting a large heap takes long. */
  final long commandTime = 300_000;

  HttpLimits(int threads, int waiting, long waitingTime, long readingTime, long answeringTime) {
    this.threads = threads;
    this.waiting = waiting;
    this.waitingTime = waitingTime;
    this.readingTime = readingTime;
    this.answeringTime = answeringTime;
  }
}
