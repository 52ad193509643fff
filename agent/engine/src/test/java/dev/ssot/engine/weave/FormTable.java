package dev.ssot.engine.weave;

import dev.ssot.engine.place.Kind;
import dev.ssot.forms.ExpectedForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of each form, compiler by compiler, as people read it. */
final class FormTable {
  private final Map<String, Map<String, Map<String, Integer>>> rows = new TreeMap<>();

  void add(Fixture fixture, ClassWeaver weaver) {
    fixture
        .classFiles()
        .forEach(
            (name, classFile) -> {
              var cell = cell(ExpectedForms.form(name.replace('/', '.')), fixture.compiler());
              WeaveResult result = weaver.weave(classFile);
              result.woven().forEach(site -> count(cell, told(site.kind())));
              result.skipped().forEach(site -> count(cell, site.reason().toString()));
              if (result.isHooked()) {
                count(cell, "hook");
              }
            });
  }

  @Override
  public String toString() {
    var text = new StringBuilder(line("form", "becomes", "as compiled by"));
    rows.forEach(
        (form, cells) -> {
          Map<String, List<String>> compilersOf = new TreeMap<>();
          cells.forEach(
              (compiler, cell) ->
                  compilersOf.computeIfAbsent(told(cell), key -> new ArrayList<>()).add(compiler));
          compilersOf.forEach((cell, all) -> text.append(line(form, cell, String.join(", ", all))));
        });
    return text.toString();
  }

  private Map<String, Integer> cell(String form, String compiler) {
    return rows.computeIfAbsent(form, key -> new TreeMap<>())
        .computeIfAbsent(compiler, key -> new TreeMap<>());
  }

  private static String told(Map<String, Integer> cell) {
    List<String> all = new ArrayList<>();
    cell.forEach((what, count) -> all.add(count + " " + what));
    return all.isEmpty() ? "untouched" : String.join(", ", all);
  }

  private static String told(Kind kind) {
    return kind == Kind.NEW ? "new" : "reference";
  }

  private static void count(Map<String, Integer> cell, String what) {
    cell.merge(what, 1, Integer::sum);
  }

  private static String line(String form, String becomes, String compilers) {
    return String.format(Locale.ROOT, "%-24s %-32s %s\n", form, becomes, compilers);
  }
}
