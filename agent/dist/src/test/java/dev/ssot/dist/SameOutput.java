package dev.ssot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Runs an application with and without the agent and compares what its users see of it. */
public final class SameOutput {
  /** What an application does without the agent it does each time, or could not be compared. */
  private static final Map<List<Object>, ForkedJvm.Exit> WITHOUT = new ConcurrentHashMap<>();

  private SameOutput() {}

  /**
   * Fails unless stdout and exit code are the same.
   *
   * @param agent adds the agent
   * @return how it ended with the agent
   */
  public static ForkedJvm.Exit of(
      Jdk jdk, UnaryOperator<ForkedJvm> agent, String mainClass, String... arguments) {
    ForkedJvm.Exit without =
        WITHOUT.computeIfAbsent(
            List.of(jdk, mainClass, List.of(arguments)),
            absent -> ForkedJvm.on(jdk).run(mainClass, arguments));
    ForkedJvm.Exit with = agent.apply(ForkedJvm.on(jdk)).run(mainClass, arguments);
    return compare(without, with);
  }

  /** Fails unless stdout and exit code are the same. */
  public static ForkedJvm.Exit compare(ForkedJvm.Exit without, ForkedJvm.Exit with) {
    assertThat(with.out()).as("stdout; stderr is %s", with.err()).isEqualTo(without.out());
    assertThat(with.code()).as("exit code; stderr is %s", with.err()).isEqualTo(without.code());
    return with;
  }
}
