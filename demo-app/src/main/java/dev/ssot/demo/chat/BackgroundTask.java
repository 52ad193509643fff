package dev.ssot.demo.chat;

/** Something that the service does again and again by itself. */
public interface BackgroundTask {
  /** One round; a round that fails is counted and does not keep the others from running. */
  void round();
}
