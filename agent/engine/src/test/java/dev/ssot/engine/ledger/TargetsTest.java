package dev.ssot.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.attribution.UnaccountedConstructions;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TargetsTest {
  private final Recorder recorder = new Recorder();
  private final Targets targets = recorder.targets(100);

  @Test
  void a_name_in_two_loaders_is_two_targets() throws Exception {
    try (var one = new URLClassLoader(new URL[0]);
        var other = new URLClassLoader(new URL[0])) {
      Target first = targets.loaded("com.acme.RedisManager", one);
      Target second = targets.loaded("com.acme.RedisManager", other);

      assertThat(first).isNotSameAs(second);
      assertThat(targets.loaded("com.acme.RedisManager", one)).isSameAs(first);
      assertThat(targets.all()).containsExactly(first, second);
      assertThat(first.loaderName())
          .startsWith("java.net.URLClassLoader@")
          .isNotEqualTo(second.loaderName());
    }
  }

  @Test
  void a_class_finds_the_target_that_was_met_by_name() {
    Target byName = targets.loaded(getClass().getName(), getClass().getClassLoader());

    assertThat(targets.of(getClass())).isSameAs(byName);
    assertThat(byName.loaderName()).isEqualTo("app");
  }

  @Test
  void a_loader_is_not_kept_by_its_targets() throws Exception {
    WeakReference<ClassLoader> loader = constructInALoaderOfItsOwn();

    while (loader.get() != null) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(targets.all()).singleElement().extracting(Target::loader).isNull();
  }

  @Test
  void beyond_a_thousand_the_older_half_of_those_whose_loader_is_gone_is_forgotten() {
    Target kept = targets.loaded("com.acme.Kept", getClass().getClassLoader());
    for (int i = 0; i < 999; i++) {
      targets.loaded("com.acme.Gone" + i, null); // like one whose loader was collected
    }
    assertThat(targets.all()).hasSize(1_000);

    targets.loaded("com.acme.More", getClass().getClassLoader());

    assertThat(targets.all()).hasSize(501).startsWith(kept);
    assertThat(targets.known("com.acme.Gone499", null)).isNull();
    assertThat(targets.known("com.acme.Gone500", null)).isNotNull();
    assertThat(targets.known("com.acme.Kept", getClass().getClassLoader())).isSameAs(kept);
  }

  @Test
  void all_are_kept_whose_loader_is_there() {
    for (int i = 0; i < 2_500; i++) {
      targets.loaded("com.acme.Kept" + i, getClass().getClassLoader());
    }

    assertThat(targets.all()).hasSize(2_500);
  }

  private WeakReference<ClassLoader> constructInALoaderOfItsOwn() throws Exception {
    URL classes = getClass().getProtectionDomain().getCodeSource().getLocation();
    var loader = new URLClassLoader(new URL[] {classes}, null);
    Class<?> type = Class.forName(Plain.class.getName(), true, loader);
    Object made = type.getDeclaredConstructor().newInstance();
    targets
        .of(type)
        .site(Location.woven("A", "b", "()V", 0, "A.java", 1, Kind.NEW))
        .countConstruction(made);
    return new WeakReference<>(loader);
  }

  @Test
  void beyond_ten_thousand_sites_the_rest_is_one_called_other() {
    Target target = targets.loaded("com.acme.RedisManager", getClass().getClassLoader());
    for (int line = 0; line < 10_050; line++) {
      target
          .site(Location.woven("com.acme.Big", "run", "()V", 0, "Big.java", line, Kind.NEW))
          .countConstruction(new Object());
    }

    assertThat(target.sites()).hasSize(10_001);
    assertThat(target.sites())
        .filteredOn(site -> site.location.className.equals("other"))
        .singleElement()
        .extracting(Site::constructions)
        .isEqualTo(50L);
    assertThat(target.sites().stream().mapToLong(Site::constructions).sum()).isEqualTo(10_050);
  }

  @Test
  void objects_of_subclasses_are_counted_apart() {
    var unaccounted = new UnaccountedConstructions(targets, site -> {});

    unaccounted.completed(new Derived(), Plain.class.getName());
    unaccounted.completed(new Derived(), Plain.class.getName());
    unaccounted.completed(new Plain(), Plain.class.getName());

    Target target = targets.of(Plain.class);
    assertThat(target.subclasses())
        .containsExactly(java.util.Map.entry(Derived.class.getName(), 2L));
    assertThat(target.sites()).singleElement().extracting(Site::constructions).isEqualTo(1L);
  }

  @Test
  void a_place_that_is_off_is_not_counted() {
    var off = new Targets(new Limits(10, 3), recorder, (target, location) -> false);

    new UnaccountedConstructions(off, site -> {}).completed(new Plain(), Plain.class.getName());

    assertThat(off.of(Plain.class).sites())
        .singleElement()
        .extracting(Site::constructions)
        .isEqualTo(0L);
  }

  /** A target. */
  public static class Plain {
    public Plain() {}
  }

  private static final class Derived extends Plain {}
}
