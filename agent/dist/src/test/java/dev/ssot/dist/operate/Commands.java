package dev.ssot.dist.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.RunningJvm;

/** The command line, called by the {@code java} of one JDK. */
final class Commands {
  private final Jdk jdk;

  Commands(Jdk jdk) {
    this.jdk = jdk;
  }

  /** Calls a command. */
  ForkedJvm.Exit call(String... words) {
    ForkedJvm.Exit exit = ForkedJvm.on(jdk).runJar(PackagedJar.path(), words);
    assertThat(exit.out() + exit.err()).doesNotContain("\tat ");
    return exit;
  }

  /** Calls a command that is to end with 0, and returns what it printed. */
  String fine(String... words) {
    ForkedJvm.Exit exit = call(words);
    assertThat(exit.code()).as(exit.err()).isZero();
    assertThat(exit.err()).isEmpty();
    return exit.out();
  }

  /** Calls a command that is to end with another code, and returns what it says on stderr. */
  String failing(int code, String... words) {
    ForkedJvm.Exit exit = call(words);
    assertThat(exit.code()).as(exit.out() + exit.err()).isEqualTo(code);
    return exit.err();
  }

  static String pid(RunningJvm running) {
    return Long.toString(running.pid());
  }
}
