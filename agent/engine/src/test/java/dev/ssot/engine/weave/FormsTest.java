package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FormsTest {
  @TempDir private Path out;

  @BeforeAll
  static void installDispatch() throws Exception {
    TestDispatch.install();
  }

  @Test
  void javac_17() throws Exception {
    check(
        Compilers.javac(
            out,
            List.of(
                Fixture.source("X.java"),
                Fixture.source("Forms.java"),
                Fixture.source("Forms17.java")),
            "--release",
            "17"),
        "forms.Forms",
        "forms.Forms17");
  }

  private static void check(Map<String, byte[]> plain, String... mains) throws Exception {
    var weaver = new ClassWeaver("forms/X"::equals);
    var woven = new TreeMap<>(plain);
    plain.forEach(
        (name, classFile) -> {
          WeaveResult result = weaver.weave(classFile);
          if (result.problem() != null) {
            throw new AssertionError(result.problem());
          }
          System.out.println(
              name
                  + " "
                  + result.woven()
                  + " skipped "
                  + result.skipped()
                  + " "
                  + result.isHooked());
          if (result.classFile() != null) {
            woven.put(name, result.classFile());
          }
        });
    for (String main : mains) {
      String expected = new DefiningLoader(null, plain).run(main);
      Recorded.take();
      assertThat(new DefiningLoader(null, woven).run(main)).isEqualTo(expected);
      System.out.println(expected);
      Recorded.take().forEach(System.out::println);
    }
  }
}
