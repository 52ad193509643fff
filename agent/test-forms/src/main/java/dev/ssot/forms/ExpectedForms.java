package dev.ssot.forms;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The table of what the weaver makes of each form, by compiler.
 *
 * @param forms the counts of {@code new}, a reason and so on, by the name of the form
 */
public record ExpectedForms(Map<String, Map<String, Integer>> forms) {
  private static final Set<String> WOVEN = Set.of("new", "reference", "hook");
  private static final int BECOMES = 25;
  private static final int COMPILERS = 58;

  public static ExpectedForms of(String compiler) {
    Map<String, Map<String, Integer>> forms = new TreeMap<>();
    rows()
        .filter(row -> compilers(row).contains(compiler))
        .forEach(row -> forms.put(row.substring(0, BECOMES).trim(), counts(row)));
    return new ExpectedForms(forms);
  }

  /** Returns the table as it is written. */
  public static String table() {
    try (InputStream table = ExpectedForms.class.getResourceAsStream("expected.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static Set<String> compilers() {
    return rows().flatMap(row -> compilers(row).stream()).collect(toSet());
  }

  /** Returns the counts of each reason, for the forms that are not woven. */
  public Map<String, Map<String, Integer>> leftAsTheyAre() {
    Map<String, Map<String, Integer>> left = new TreeMap<>(forms);
    left.replaceAll((form, made) -> new TreeMap<>(made));
    left.values().forEach(made -> made.keySet().removeAll(WOVEN));
    left.values().removeIf(Map::isEmpty);
    return left;
  }

  /** Returns the name of the form: {@code Ternary} for {@code forms.Forms$Ternary$1}. */
  public static String form(String className) {
    String[] nested = className.substring("forms.".length()).split("\\$", -1);
    return nested.length > 1 && nested[0].startsWith("Forms") ? nested[1] : nested[0];
  }

  /** Reads a cell such as {@code 1 hook, 3 new} or {@code untouched}. */
  private static Map<String, Integer> counts(String row) {
    return Stream.of(row.substring(BECOMES, COMPILERS).trim().split(", "))
        .map(each -> each.split(" ", -1))
        .filter(each -> each.length == 2)
        .collect(toMap(each -> each[1], each -> Integer.valueOf(each[0])));
  }

  private static List<String> compilers(String row) {
    return List.of(row.substring(COMPILERS).split(", "));
  }

  private static Stream<String> rows() {
    return table().lines().skip(1);
  }
}
