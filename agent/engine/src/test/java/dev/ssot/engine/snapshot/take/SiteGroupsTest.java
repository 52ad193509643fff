package dev.ssot.engine.snapshot.take;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.policy.Modes;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.SiteSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sites of a target by group. */
final class SiteGroupsTest {
  private static final String POOL = "com.acme.Pool";

  private final Options options = options();
  private final SiteGroups groups =
      new SiteGroups(new Modes(options, (table, changes) -> {}).table(), POOL);

  @Test
  void every_group_is_listed_by_priority_with_its_mode_though_it_has_no_site() {
    List<GroupSnapshot> all = groups.of(List.of(), options.groups());

    assertThat(all).extracting(group -> group.name).containsExactly("P1", "P2");
    assertThat(all).extracting(group -> group.priority).containsExactly(1, 2);
    assertThat(all).extracting(group -> group.mode).containsExactly(Mode.ENFORCE, Mode.OBSERVE);
    assertThat(all).extracting(group -> group.sites).containsExactly(0, 0);
  }

  @Test
  void sites_are_counted_in_their_group_and_once_per_file() {
    GroupSnapshot first =
        groups
            .of(
                List.of(
                    site("P1", "com.acme.Chat", "Chat.java", true),
                    site("P1", "com.acme.Chat$Room", "Chat.java", false),
                    site("P1", "com.other.Chat", "Chat.java", true)),
                options.groups())
            .get(0);

    assertThat(first.sites).isEqualTo(3);
    assertThat(first.redirectable).isEqualTo(2);
    assertThat(first.files).as("two packages have one of that name").isEqualTo(2);
  }

  @Test
  void what_is_in_no_group_comes_last() {
    List<GroupSnapshot> all =
        groups.of(List.of(site(null, "com.acme.Stray", "Stray.java", true)), options.groups());

    assertThat(all).extracting(group -> group.name).containsExactly("P1", "P2", null);
    assertThat(all.get(2).sites).isEqualTo(1);
    assertThat(all.get(2).priority).isEqualTo(Integer.MAX_VALUE);
    assertThat(all.get(2).mode).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void who_may_construct_is_counted_nowhere() {
    SiteSnapshot grouped = site("P1", "com.acme.Chat", "Chat.java", false);
    grouped.allowed = true;
    SiteSnapshot stray = site(null, "com.acme.Factory", "Factory.java", false);
    stray.allowed = true;

    List<GroupSnapshot> all = groups.of(List.of(grouped, stray), options.groups());

    assertThat(all).extracting(group -> group.sites).containsExactly(0, 0);
    assertThat(all).extracting(group -> group.files).containsExactly(0, 0);
  }

  @Test
  void without_debug_information_the_outermost_class_stands_for_the_file() {
    GroupSnapshot first =
        groups
            .of(
                List.of(
                    site("P1", "com.acme.Chat", null, true),
                    site("P1", "com.acme.Chat$Room$1", null, true)),
                options.groups())
            .get(0);

    assertThat(first.files).isEqualTo(1);
  }

  private static Options options() {
    Map<String, Object> file =
        Map.of(
            "targets", List.of(POOL),
            "groups",
                List.of(
                    Map.of("name", "P2", "priority", 2, "sites", List.of("com.acme.Desk")),
                    Map.of(
                        "name",
                        "P1",
                        "priority",
                        1,
                        "mode",
                        "enforce",
                        "sites",
                        List.of("com.acme.Chat"))));
    try {
      return Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> file);
    } catch (Exception invalid) {
      throw new AssertionError(invalid);
    }
  }

  private static SiteSnapshot site(
      String group, String className, String file, boolean redirectable) {
    SiteSnapshot site = new SiteSnapshot();
    site.group = group;
    site.mode = "P1".equals(group) ? Mode.ENFORCE : Mode.OBSERVE;
    site.className = className;
    site.file = file;
    site.redirectable = redirectable;
    return site;
  }
}
