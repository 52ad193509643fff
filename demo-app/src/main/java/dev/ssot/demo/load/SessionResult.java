package dev.ssot.demo.load;

import java.util.List;

/**
 * How one session ended.
 *
 * @param closeCode of the close frame that came, or that was sent when all had worked; -1 for none
 * @param error what went wrong other than by a close frame, null if nothing
 * @param latencies from saying a message to reading it, in nanoseconds
 */
record SessionResult(boolean worked, int closeCode, String error, List<Long> latencies) {

  static SessionResult failed(String error) {
    return new SessionResult(false, -1, error, List.of());
  }
}
