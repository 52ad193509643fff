package dev.ssot.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever lists the reasons is written from {@link Reason}, or names no others. */
final class ReasonDocumentsTest {
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final String WRITE = "ssot.docs.write";

  @Test
  void the_table_of_the_report_is_current() throws IOException {
    String table =
        Arrays.stream(Reason.values())
            .map(reason -> "| `%s` | %s |\n".formatted(reason, reason.sentence()))
            .collect(Collectors.joining("", "\n| reason | means |\n|---|---|\n", ""));

    check(
        "report.md",
        "(?<=<!-- written by ReasonDocumentsTest from Reason -->).*?(?=<!-- end)",
        table + "\n");
  }

  @Test
  void the_enum_of_the_schema_is_current() throws IOException {
    String names =
        Arrays.stream(Reason.values())
            .map("        \"%s\""::formatted)
            .collect(Collectors.joining(",\n", "\n", "\n      "));

    check("report-schema.json", "(?<=\"reason\": \\{\n      \"enum\": \\[)[^]]*", names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"how-it-works.md", "enforce-mode.md"})
  void a_table_of_reasons_names_reasons(String file) throws IOException {
    assertThat(explained(file)).hasSizeGreaterThan(5).isSubsetOf(names());
  }

  @Test
  void every_reason_is_explained_in_prose() throws IOException {
    List<String> explained = explained("how-it-works.md");
    explained.addAll(explained("enforce-mode.md"));

    assertThat(explained).containsAll(names());
  }

  /** Compares what the pattern finds in a document with what the code says, or replaces it. */
  private static void check(String file, String pattern, String expected) throws IOException {
    Path document = DOCS.resolve(file);
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(document));
    assertThat(found.find()).isTrue();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(document, found.replaceFirst(Matcher.quoteReplacement(expected)));
    }
    Matcher current = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(document));

    assertThat(current.find()).isTrue();
    assertThat(current.group())
        .as("%s is stale; run: mvn -pl agent/engine -am test -D%s=true", file, WRITE)
        .isEqualTo(expected);
  }

  /** The code in the first cells of the tables whose first column is called after reasons. */
  private static List<String> explained(String file) throws IOException {
    List<String> names = new ArrayList<>();
    boolean reasons = false;
    for (String line : Files.readAllLines(DOCS.resolve(file))) {
      reasons = line.startsWith("|") && (reasons || line.startsWith("| reason"));
      if (reasons) {
        String cell = line.substring(1, line.indexOf('|', 1));
        Pattern.compile("`([^`]+)`")
            .matcher(cell)
            .results()
            .map(hit -> hit.group(1))
            .forEach(names::add);
      }
    }
    return names;
  }

  private static List<String> names() {
    return Arrays.stream(Reason.values()).map(Reason::toString).toList();
  }
}
