package dev.ssot.demo.load;

/** Who comes: {@code sessions} users at once, each of whom says {@code messages} things. */
public record LoadPlan(String url, int sessions, int messages) {

  /** The same users somewhere else. */
  public LoadPlan at(String otherUrl) {
    return new LoadPlan(otherUrl, sessions, messages);
  }
}
