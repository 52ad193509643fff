package dev.ssot.engine.weave.corpus;

import dev.ssot.engine.weave.ClassWeaver;
import dev.ssot.engine.weave.WeaveResult;
import dev.ssot.engine.weave.site.NotWovenSite;
import dev.ssot.engine.weave.site.SiteIds;
import dev.ssot.engine.weave.site.WovenSite;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Weaves every constructor call and every constructor of the classes of some jars, and links the
 * result: a class that the verifier accepts as it is must be accepted woven. Written in Java 8, as
 * every JDK has a verifier of its own.
 *
 * <p>Run it on any jars: {@code java … CorpusCheck [every=N] [broken] a.jar b.jar}: one class of N.
 * Exit code 1: some class was broken, or could not be read. To see that it can: {@code broken}.
 */
public final class CorpusCheck {
  private final ClassWeaver weaver = new ClassWeaver(name -> true);
  private final Corpus corpus;
  private final UnaryOperator<byte[]> afterwards;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  private CorpusCheck(Corpus corpus, UnaryOperator<byte[]> afterwards) {
    this.corpus = corpus;
    this.afterwards = afterwards;
  }

  /** Prints a line for each class that weaving broke, then a {@code COUNT: NUMBER} for each. */
  public static void main(String[] arguments) throws IOException {
    int every = 1;
    UnaryOperator<byte[]> afterwards = UnaryOperator.identity();
    List<Path> jars = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("every=")) {
        every = Integer.parseInt(argument.substring("every=".length()));
      } else if (argument.equals("broken")) {
        afterwards = WithoutStack::of;
      } else {
        jars.add(Paths.get(argument));
      }
    }
    try (Corpus corpus = new Corpus(jars)) {
      CorpusCheck check = new CorpusCheck(corpus, afterwards);
      check.link(every);
      System.exit(check.exitCode());
    }
  }

  private int exitCode() {
    failures.forEach(System.out::println);
    counts.forEach((what, count) -> System.out.println(what + ": " + count));
    return failures.isEmpty() ? 0 : 1;
  }

  private void link(int every) {
    LinkingLoader plain = new LinkingLoader(corpus, classFile -> classFile);
    LinkingLoader woven = new LinkingLoader(corpus, this::weave);
    List<String> names = corpus.names();
    for (int i = 0; i < names.size(); i += every) {
      compare(names.get(i), plain, woven);
    }
  }

  private void compare(String name, LinkingLoader plain, LinkingLoader woven) {
    String expected = plain.problem(name);
    if (!expected.isEmpty()) {
      // A class that the jars lack, a newer class file, or one that no verifier accepts.
      count("cannot be linked as they are", 1);
      return;
    }
    count("linked", 1);
    String actual = woven.problem(name);
    if (!actual.isEmpty()) {
      failures.add(name + ": " + actual);
    }
  }

  private byte[] weave(byte[] classFile) {
    WeaveResult result = weaver.weave(classFile, corpus::visible, SiteIds.SAME, true);
    if (result.problem() != null) {
      failures.add("not woven: " + result.problem());
    }
    count("hooked", result.isHooked() ? 1 : 0);
    for (WovenSite site : result.woven()) {
      count("woven " + site.kind(), 1);
    }
    for (NotWovenSite site : result.skipped()) {
      count("skipped " + site.reason(), 1);
    }
    byte[] woven = result.classFile() == null ? classFile : result.classFile();
    return afterwards.apply(woven);
  }

  private void count(String what, int more) {
    counts.merge(what, more, Integer::sum);
  }
}
