package dev.ssot.demo.chat;

/** What one user said in one room; {@code at} is in milliseconds since the epoch. */
public record ChatMessage(String room, String user, String text, long at) {

  /** Said now. */
  public static ChatMessage now(String room, String user, String text) {
    return new ChatMessage(room, user, text, System.currentTimeMillis());
  }

  /** What follows {@code command} when the message is that command, else null. */
  public String argumentOf(String command) {
    if (text.equals(command)) {
      return "";
    }
    return text.startsWith(command + " ") ? text.substring(command.length() + 1).strip() : null;
  }
}
