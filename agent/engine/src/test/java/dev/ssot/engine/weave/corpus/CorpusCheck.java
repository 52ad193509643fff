package dev.ssot.engine.weave.corpus;

import dev.ssot.engine.weave.ClassWeaver;
import dev.ssot.engine.weave.WeaveResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Weaves every constructor call and every constructor of the classes of some jars, and links the
 * result: a class that the verifier accepts as it is must be accepted woven.
 *
 * <p>Run it on any jars: {@code java … CorpusCheck [every=N] a.jar b.jar}. Exit code 1: some class
 * was broken, or could not be read.
 */
public final class CorpusCheck {
  private final ClassWeaver weaver = new ClassWeaver(name -> true);
  private final Corpus corpus;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  private CorpusCheck(Corpus corpus) {
    this.corpus = corpus;
  }

  public static void main(String[] arguments) throws IOException {
    int every = 1;
    var jars = new ArrayList<Path>();
    for (String argument : arguments) {
      if (argument.startsWith("every=")) {
        every = Integer.parseInt(argument.substring("every=".length()));
      } else {
        jars.add(Path.of(argument));
      }
    }
    CorpusCheck check = of(jars, every);
    check.failures().forEach(System.out::println);
    System.out.println(check.counts());
    System.exit(check.failures().isEmpty() ? 0 : 1);
  }

  /**
   * Checks one class of that many.
   *
   * @param every 1 for all
   */
  static CorpusCheck of(List<Path> jars, int every) throws IOException {
    try (var corpus = new Corpus(jars)) {
      var check = new CorpusCheck(corpus);
      check.link(every);
      return check;
    }
  }

  /** One line for each class that weaving broke. */
  List<String> failures() {
    return failures;
  }

  /** Classes, woven sites by kind, skipped ones by reason. */
  Map<String, Integer> counts() {
    return counts;
  }

  private void link(int every) {
    var plain = new LinkingLoader(corpus, classFile -> classFile);
    var woven = new LinkingLoader(corpus, this::weave);
    List<String> names = corpus.names();
    for (int i = 0; i < names.size(); i += every) {
      compare(names.get(i), plain, woven);
    }
  }

  private void compare(String name, LinkingLoader plain, LinkingLoader woven) {
    count("linked", 1);
    String expected = plain.problem(name);
    String actual = woven.problem(name);
    if (isInvalid(expected)) {
      count("invalid as they are", 1);
    } else if (isInvalid(actual)) {
      failures.add(name + ": " + actual);
    }
  }

  /** Other errors are about classes that the jars lack; they say nothing about this one. */
  private static boolean isInvalid(String problem) {
    return Stream.of("VerifyError", "ClassFormatError", "IncompatibleClassChangeError")
        .anyMatch(problem::contains);
  }

  private byte[] weave(byte[] classFile) {
    WeaveResult result = weaver.weave(classFile);
    if (result.problem() != null) {
      failures.add("not woven: " + result.problem());
    }
    count("hooked", result.isHooked() ? 1 : 0);
    result.woven().forEach(site -> count("woven " + site.kind(), 1));
    result.skipped().forEach(site -> count("skipped " + site.reason(), 1));
    return result.classFile() == null ? classFile : result.classFile();
  }

  private void count(String what, int more) {
    counts.merge(what, more, Integer::sum);
  }
}
