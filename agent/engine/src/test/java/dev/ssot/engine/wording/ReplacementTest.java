package dev.ssot.engine.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.report.Snapshots;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What to write in the source instead of each kind of construction. */
final class ReplacementTest {
  private final TargetSnapshot target = Snapshots.oneSite().targets.get(0);

  @Test
  void each_kind_that_occurs_has_its_own_form() {
    kinds(Kind.NEW, Kind.METHOD_REFERENCE, Kind.REFLECTION, Kind.NEW);

    assertThat(new Replacement(target).byConstruction())
        .isEqualTo(
            "instead of new RedisManager(): RedisManager.getInstance();"
                + " instead of RedisManager::new: RedisManager::getInstance;"
                + " instead of the call by reflection: RedisManager.getInstance()");
    assertThat(new Replacement(target).sentence())
        .startsWith("RedisManager.getInstance() instead of new RedisManager(), RedisManager::");
  }

  @Test
  void a_field_is_wrapped_where_a_function_is_wanted() {
    target.canonical.replacement = "Registry.REDIS";
    kinds(Kind.METHOD_REFERENCE, Kind.DESERIALIZATION);

    assertThat(new Replacement(target).sentence())
        .isEqualTo(
            "() -> Registry.REDIS instead of RedisManager::new,"
                + " Registry.REDIS instead of the object that is read");
  }

  @Test
  void where_nothing_is_to_be_fixed_the_plain_construction_stands_for_all() {
    target.sites.forEach(site -> site.allowed = true);

    assertThat(new Replacement(target).sentence())
        .isEqualTo("RedisManager.getInstance() instead of new RedisManager()");
  }

  @Test
  void what_is_not_known_is_not_made_up() {
    target.canonical.replacement = null;

    assertThat(new Replacement(target).sentence()).isNull();
    assertThat(new Replacement(target).byConstruction()).isNull();
    assertThat(new Replacement(target).of(Kind.METHOD_REFERENCE)).isNull();
  }

  private void kinds(Kind... kinds) {
    List<SiteSnapshot> sites = new ArrayList<>();
    for (Kind kind : kinds) {
      SiteSnapshot site = new SiteSnapshot();
      site.kind = kind;
      sites.add(site);
    }
    target.sites = sites;
  }
}
