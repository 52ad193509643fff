package dev.ssot.demo.chat;

/**
 * What has to happen before a session is usable. All steps run for every session; when one fails,
 * the session is not set up and the socket is closed. Steps are made when the first session comes.
 */
public interface SessionStep {
  /** Runs in the handler of the new socket. */
  void opened(ChatSession session);

  /** A message of this session; most steps are done after the start. */
  default void said(ChatMessage message) {}

  /** Runs for sessions that were set up completely, and only for them. */
  default void closed(ChatSession session) {}
}
