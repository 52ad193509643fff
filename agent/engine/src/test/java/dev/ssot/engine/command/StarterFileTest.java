package dev.ssot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.GroupOption;
import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.options.Share;
import dev.ssot.engine.config.YamlConfigReader;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that {@code report --groups} proposes: the agent itself takes it. */
final class StarterFileTest {
  @TempDir private Path temp;
  private final List<SiteSnapshot> sites = new ArrayList<>();

  @Test
  void a_group_for_each_package_comes_in_the_order_of_constructions() throws Exception {
    site("com.acme.chat.Job", 1, null);
    site("com.acme.chat.ws.Socket", 5, null);
    site("com.acme.chat.ws.deep.Frame", 5, null);
    site("com.acme.chat.agents.Registry", 70, null);

    Options options = read(text(options("targets=com.acme.Pool:com.acme.Other")));

    assertThat(options.groups())
        .extracting(group -> group.priority() + " " + group.name() + " " + group.sites())
        .containsExactly(
            "1 com.acme.chat.agents [com.acme.chat.agents.**]",
            "2 com.acme.chat.ws [com.acme.chat.ws.**]",
            "3 com.acme.chat [com.acme.chat.*]");
    assertThat(options.targets()).hasToString("[com.acme.Pool, com.acme.Other]");
    assertThat(options.mode()).isEqualTo(Mode.DRY_RUN);
  }

  @Test
  void groups_that_are_there_stay_as_they_are() throws Exception {
    Path file = temp.resolve("ssot.yaml");
    Files.writeString(
        file,
        """
        targets: [{class: com.acme.Pool, canonical: "com.acme.Pool#getInstance()", mode: enforce}]
        groups:
          - {name: "P1: \\"core\\"", priority: 3, sites: [com.acme.ws.**], mode: enforce, share: site}
        """);
    site("com.acme.ws.Socket", 5, "P1: \"core\"");
    site("com.acme.jobs.Nightly", 5, null);

    Options options = read(text(options("config=" + file)));

    assertThat(options.groups())
        .extracting(group -> group.priority() + " " + group.name() + " " + group.mode())
        .containsExactly("3 P1: \"core\" enforce", "4 com.acme.jobs null");
    assertThat(options.groups()).extracting(GroupOption::share).containsExactly(Share.SITE, null);
    assertThat(options.targets().get(0).mode()).isEqualTo(Mode.ENFORCE);
    assertThat(options.targets().get(0).canonical()).hasToString("com.acme.Pool#getInstance()");
  }

  @Test
  void without_a_call_site_there_is_no_group() throws Exception {
    assertThat(read(text(options("targets=com.acme.Pool"))).groups()).isEmpty();
  }

  @Test
  void names_may_contain_anything() {
    assertThat(StarterFile.quoted("a\"b\\c\n\u00e9: #"))
        .isEqualTo("\"a\\\"b\\\\c\\u000a\\u00e9: #\"");
  }

  private String text(Options options) {
    AgentSnapshot snapshot = new AgentSnapshot();
    snapshot.version = "1";
    snapshot.mode = Mode.DRY_RUN;
    TargetSnapshot target = new TargetSnapshot();
    target.className = "com.acme.Pool";
    target.sites = sites;
    snapshot.targets = List.of(target);
    return new StarterFile(options, snapshot).text();
  }

  private Options read(String text) throws Exception {
    Path file = temp.resolve("proposed.yaml");
    Files.writeString(file, text);
    return options("config=" + file);
  }

  private static Options options(String arguments) throws Exception {
    return Options.read(arguments, Map.of(), Map.of(), new YamlConfigReader());
  }

  private void site(String className, long constructions, String group) {
    SiteSnapshot site = new SiteSnapshot();
    site.className = className;
    site.constructions = constructions;
    site.group = group;
    sites.add(site);
  }
}
