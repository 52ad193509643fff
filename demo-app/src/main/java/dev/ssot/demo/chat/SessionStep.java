package dev.ssot.demo.chat;

/**
 * What has to happen before a session is usable. Each session has steps of its own, and all of them
 * run for it; when one fails, the session is not set up and the socket is closed.
 */
public interface SessionStep extends AutoCloseable {
  /** Runs in the handler of the new socket. */
  void opened(ChatSession session);

  /** A message of this session; most steps are done after the start. */
  default void said(ChatMessage message) {}

  /** Runs for sessions that were set up completely, and only for them. */
  default void closed(ChatSession session) {}

  /** The last call: gives back what the step has made for itself. */
  @Override
  void close();
}
