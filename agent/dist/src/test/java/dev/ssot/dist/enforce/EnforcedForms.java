package dev.ssot.dist.enforce;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import dev.ssot.dist.PackagedJar;
import dev.ssot.dist.Report;
import dev.ssot.forms.CompiledForms;
import dev.ssot.forms.ExpectedForms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the agent makes of one compiler's forms in one mode.
 *
 * @param sites by place, those that are seen by their stack alone left out
 * @param said by the program: which forms ran and which were refused
 */
record EnforcedForms(Map<String, JsonNode> sites, Map<String, String> said) {
  private static final Set<String> LINKED = Set.of("new", "method-reference");

  static EnforcedForms run(CompiledForms program, Jdk jdk, Path report, String... options) {
    List<Path> classPath = new ArrayList<>(program.classPath());
    classPath.add(PackagedJar.fixtures());
    ForkedJvm.Exit exit =
        ForkedJvm.on(jdk)
            .withArguments("-Xverify:all")
            .withClassPath(classPath.toArray(new Path[0]))
            .withAgent("targets=forms.X", String.join(",", options), "report=" + report)
            .run("fixtures.FormRunner", program.programs().toArray(new String[0]));
    if (exit.code() != 0 || exit.err().contains("the agent failed")) {
      throw new AssertionError(exit.toString());
    }
    return new EnforcedForms(sites(Report.read(report).target("forms.X")), said(exit.out()));
  }

  private static Map<String, JsonNode> sites(Report.Target target) {
    Map<String, JsonNode> sites = new TreeMap<>();
    target
        .allSites()
        .filter(site -> LINKED.contains(site.get("kind").asText()))
        .forEach(site -> sites.put(place(site), site));
    return sites;
  }

  private static String place(JsonNode site) {
    return Stream.of("class", "method", "line", "kind", "via")
        .map(key -> site.get(key).asText())
        .collect(joining(" "));
  }

  private static Map<String, String> said(String output) {
    Map<String, String> said = new TreeMap<>();
    output.lines().map(line -> line.split(": ", 2)).forEach(line -> said.put(line[0], line[1]));
    return said;
  }

  /** How many of a form's sites are redirected, or why not. */
  String answers(String form) {
    Map<String, Integer> answers = new TreeMap<>();
    sites.values().stream()
        .filter(site -> ExpectedForms.form(site.get("class").asText()).equals(form))
        .forEach(site -> answers.merge(answer(site), 1, Integer::sum));
    return answers.isEmpty()
        ? "-"
        : answers.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(joining(", "));
  }

  /** By what was done, not by what was said. */
  private static String answer(JsonNode site) {
    boolean redirected = site.get("redirects").asLong() > 0;
    boolean constructed = site.get("constructions").asLong() > 0;
    if (redirected && !constructed) {
      return "redirected";
    }
    return redirected ? "both" : site.get("reason").asText();
  }

  /** {@code -}: it is no program's form, but a class that forms use. */
  String refusal(String form) {
    String what = said.getOrDefault(form, "-");
    return what.startsWith("refused in ")
        ? "refused in " + ExpectedForms.form(what.substring("refused in ".length()))
        : what;
  }

  TreeSet<String> forms() {
    return Stream.concat(
            said.keySet().stream(),
            sites.values().stream().map(site -> ExpectedForms.form(site.get("class").asText())))
        .collect(toCollection(TreeSet::new));
  }
}
