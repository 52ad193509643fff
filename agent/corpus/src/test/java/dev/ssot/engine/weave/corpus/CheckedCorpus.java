package dev.ssot.engine.weave.corpus;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What {@code CorpusCheck} found in a JVM of its own. */
record CheckedCorpus(int exitCode, String output) {
  private static final Pattern COUNT = Pattern.compile("^([a-z -]+): (\\d+)$", Pattern.MULTILINE);

  /**
   * Waits for it.
   *
   * @param work for what it prints
   */
  static CheckedCorpus on(CorpusJdk jdk, Path work, List<Path> jars, String... options)
      throws IOException, InterruptedException {
    Path output = work.resolve("output.txt");
    var command = new ArrayList<>(List.of(jdk.home().resolve("bin/java").toString(), "-Xmx768m"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "dev.ssot.engine.weave.corpus.CorpusCheck"));
    command.addAll(List.of(options));
    jars.forEach(jar -> command.add(jar.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
      return new CheckedCorpus(process.exitValue(), Files.readString(output));
    } finally {
      process.destroyForcibly();
    }
  }

  Map<String, Integer> counts() {
    return COUNT
        .matcher(output)
        .results()
        .collect(toMap(found -> found.group(1), CheckedCorpus::number, Integer::sum, TreeMap::new));
  }

  int count(String what) {
    return counts().getOrDefault(what, 0);
  }

  private static int number(MatchResult found) {
    return Integer.parseInt(found.group(2));
  }
}
