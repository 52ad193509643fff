package dev.ssot.engine.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.snapshot.AgentSnapshot;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportSchemaTest {
  private static final Path FILE = Path.of("../../docs/report-schema.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<AgentSnapshot> snapshots() {
    return Stream.of(
        Snapshots.incident(),
        Snapshots.enforced(),
        Snapshots.enforcedFromTheStart(),
        Snapshots.dryRun(),
        Snapshots.oneSite(),
        Snapshots.nothingFound(),
        Snapshots.noTarget(),
        Snapshots.inexact(),
        Snapshots.heap(),
        Snapshots.noDebugInformation(),
        Snapshots.twoLoaders(),
        Snapshots.weirdNames(),
        Snapshots.hostileNames());
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void every_report_is_valid(AgentSnapshot snapshot) throws IOException {
    assertThat(validate(report(snapshot))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/agent",
        "/jvm",
        "/targets/0",
        "/targets/0/canonical",
        "/targets/0/canonical/birth",
        "/targets/0/instances",
        "/targets/0/groups/0",
        "/targets/0/modes/0",
        "/targets/0/sites/0",
        "/targets/0/sites/0/stacks/0"
      })
  void no_key_may_be_missing_or_added(String pointer) throws IOException {
    List<String> keys = keys(report(Snapshots.enforced()).at(pointer));
    assertThat(keys).isNotEmpty();
    for (String key : keys) {
      JsonNode report = report(Snapshots.enforced());
      ((ObjectNode) report.at(pointer)).remove(key);
      assertThat(validate(report)).as("without %s/%s", pointer, key).isNotEmpty();
    }
    JsonNode report = report(Snapshots.enforced());
    ((ObjectNode) report.at(pointer)).put("surprise", 1);
    assertThat(validate(report)).as("with %s/surprise", pointer).isNotEmpty();
  }

  @Test
  void a_comparison_with_the_heap_is_complete() throws IOException {
    for (String key : keys(report(Snapshots.heap()).at("/targets/0/heap"))) {
      JsonNode report = report(Snapshots.heap());
      ((ObjectNode) report.at("/targets/0/heap")).remove(key);
      assertThat(validate(report)).as("without %s", key).isNotEmpty();
    }
    assertThat(report(Snapshots.heap()).at("/targets/0/heap/difference").asLong()).isEqualTo(2);
  }

  @Test
  void an_unknown_reason_is_invalid() throws IOException {
    JsonNode failures = report(Snapshots.enforced());
    ((ObjectNode) failures.at("/targets/0/failures")).put("bad-luck", 1);
    JsonNode notWoven = report(Snapshots.weirdNames());
    ((ObjectNode) notWoven.at("/targets/0/notWoven/0")).put("reason", "bad-luck");
    JsonNode refused = report(Snapshots.weirdNames());
    ((ObjectNode) refused.at("/refused/0")).put("reason", "bad-luck");
    JsonNode site = report(Snapshots.weirdNames());
    ((ObjectNode) site.at("/targets/0/sites/1")).put("reason", "bad-luck");

    assertThat(List.of(failures, notWoven, refused, site))
        .allSatisfy(report -> assertThat(validate(report)).isNotEmpty());
  }

  @Test
  void an_unknown_kind_mode_or_moment_is_invalid() throws IOException {
    JsonNode kind = report(Snapshots.oneSite());
    ((ObjectNode) kind.at("/targets/0/sites/0")).put("kind", "magic");
    JsonNode mode = report(Snapshots.oneSite());
    ((ObjectNode) mode.at("/agent")).put("mode", "panic");
    JsonNode moment = report(Snapshots.oneSite());
    ((ObjectNode) moment.at("/jvm")).put("started", "2026-01-01T01:00:00+01:00");

    assertThat(List.of(kind, mode, moment))
        .allSatisfy(report -> assertThat(validate(report)).isNotEmpty());
  }

  @Test
  void a_site_that_stays_as_it_is_says_why() throws IOException {
    JsonNode silent = report(Snapshots.oneSite());
    ((ObjectNode) silent.at("/targets/0/sites/0")).put("redirectable", false);
    JsonNode contradiction = report(Snapshots.oneSite());
    ((ObjectNode) contradiction.at("/targets/0/sites/0")).put("reason", "arguments");

    assertThat(validate(silent)).isNotEmpty();
    assertThat(validate(contradiction)).isNotEmpty();
  }

  @Test
  void the_enums_are_those_of_the_code() throws IOException {
    JsonNode definitions = JSON.readTree(FILE.toFile()).get("$defs");

    assertThat(values(definitions, "kind")).isEqualTo(names(Kind.values()));
    assertThat(values(definitions, "mode")).isEqualTo(names(Mode.values()));
  }

  @Test
  void the_documentation_names_every_key() throws IOException {
    String documentation = Files.readString(FILE.resolveSibling("report.md"));
    JsonNode schema = JSON.readTree(FILE.toFile());
    List<String> keys = new ArrayList<>(keys(schema.get("properties")));
    keys.addAll(keys(schema.at("/$defs/target/properties")));
    keys.addAll(keys(schema.at("/$defs/site/properties")));

    assertThat(keys)
        .filteredOn(key -> !List.of("canonical", "instances").contains(key))
        .allSatisfy(key -> assertThat(documentation).contains("`" + key + "`"));
  }

  private static Set<ValidationMessage> validate(JsonNode report) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(FILE));
    return schema.validate(report);
  }

  private static JsonNode report(AgentSnapshot snapshot) throws IOException {
    StringWriter out = new StringWriter();
    new JsonReport().write(snapshot, out);
    return JSON.readTree(out.toString());
  }

  private static List<String> keys(JsonNode node) {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static List<String> values(JsonNode definitions, String name) {
    return List.of(JSON.convertValue(definitions.at("/" + name + "/enum"), String[].class));
  }

  private static List<String> names(Object[] constants) {
    return Arrays.stream(constants).map(Object::toString).toList();
  }
}
