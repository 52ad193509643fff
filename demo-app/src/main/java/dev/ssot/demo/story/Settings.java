package dev.ssot.demo.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import dev.ssot.demo.DemoFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The file that tells the agent of the service: a copy of demo-app/ssot.yaml for each act. */
final class Settings {
  private static final Pattern FIRST_GROUP =
      Pattern.compile("^( +)- name: P1 .*$", Pattern.MULTILINE);

  private Settings() {}

  /** The options that the agent is started with in {@code act}. */
  static String of(Act act, Path directory) {
    return "config=" + file(act, directory) + ",mode=" + act.mode();
  }

  /** The file for {@code act}, which is written into that directory. */
  static Path file(Act act, Path directory) {
    try {
      String text = original();
      if (act.isForFirstGroup()) {
        text = FIRST_GROUP.matcher(text).replaceFirst("$0\n$1  mode: enforce");
      }
      return Files.writeString(directory.resolve(act.name().toLowerCase(ROOT) + ".yaml"), text);
    } catch (IOException e) {
      throw new DemoFailure("cannot write the agent's settings: " + e.getMessage(), e);
    }
  }

  private static String original() throws IOException {
    try (InputStream file = Settings.class.getResourceAsStream("/ssot.yaml")) {
      return new String(file.readAllBytes(), UTF_8);
    }
  }
}
