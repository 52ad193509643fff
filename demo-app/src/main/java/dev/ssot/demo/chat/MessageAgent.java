package dev.ssot.demo.chat;

import java.util.Optional;

/** Something that sees every message and may answer it. */
public interface MessageAgent {
  /** The answer, said in the same room under the agent's name, or nothing. */
  Optional<String> onMessage(ChatMessage message);

  /** The name that an answer is signed with. */
  default String signature() {
    return getClass().getSimpleName();
  }
}
