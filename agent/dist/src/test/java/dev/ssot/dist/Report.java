package dev.ssot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A JSON report as its readers see it. */
public record Report(JsonNode root) {
  public static Report read(Path file) {
    try {
      return new Report(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Fails unless there is exactly one target of that name. */
  public Target target(String className) {
    List<Target> found = targets(className);
    assertThat(found).as("targets called %s in %s", className, root).hasSize(1);
    return found.get(0);
  }

  /** One per class loader. */
  public List<Target> targets(String className) {
    return elements(root.get("targets"))
        .filter(target -> target.get("class").asText().equals(className))
        .map(Target::new)
        .toList();
  }

  /** Reasons by class name. */
  public Map<String, String> refused() {
    Map<String, String> refused = new TreeMap<>();
    elements(root.get("refused"))
        .forEach(each -> refused.put(each.get("class").asText(), each.get("reason").asText()));
    return refused;
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** One element of {@code targets}. */
  public record Target(JsonNode node) {
    public long constructions() {
      return node.get("constructions").asLong();
    }

    public long redirects() {
      return node.get("redirects").asLong();
    }

    /** Sites that were to be redirected and constructed nevertheless, by reason. */
    public Map<String, Long> failures() {
      Map<String, Long> failures = new TreeMap<>();
      node.get("failures")
          .properties()
          .forEach(each -> failures.put(each.getKey(), each.getValue().asLong()));
      return failures;
    }

    public long live() {
      return node.get("instances").get("live").asLong();
    }

    public long duplicates() {
      return node.get("instances").get("duplicates").asLong();
    }

    public boolean isExact() {
      return node.get("instances").get("exact").asBoolean();
    }

    public String loader() {
      return node.get("loader").asText();
    }

    /** Constructions by {@code File.java:line kind}. */
    public Map<String, Long> sites() {
      Map<String, Long> sites = new TreeMap<>();
      elements(node.get("sites"))
          .forEach(site -> sites.merge(site(site), site.get("constructions").asLong(), Long::sum));
      return sites;
    }

    /** The same, without those that constructed nothing. */
    public Map<String, Long> constructing() {
      Map<String, Long> sites = sites();
      sites.values().removeIf(constructions -> constructions == 0);
      return sites;
    }

    /** What all sites have of one figure. */
    public long sum(String figure) {
      return allSites().mapToLong(site -> site.get(figure).asLong()).sum();
    }

    /** Each with its {@code class}, {@code kind} and {@code constructions}. */
    public Stream<JsonNode> allSites() {
      return elements(node.get("sites"));
    }

    /** Each with its {@code class} and {@code reason}. */
    public Stream<JsonNode> notWoven() {
      return elements(node.get("notWoven"));
    }

    /** Constructions by class name. */
    public Map<String, Long> subclasses() {
      Map<String, Long> subclasses = new TreeMap<>();
      node.get("subclasses")
          .properties()
          .forEach(each -> subclasses.put(each.getKey(), each.getValue().asLong()));
      return subclasses;
    }

    private static String site(JsonNode site) {
      return "%s:%s %s"
          .formatted(
              site.get("file").asText(), site.get("line").asText(), site.get("kind").asText());
    }
  }
}
