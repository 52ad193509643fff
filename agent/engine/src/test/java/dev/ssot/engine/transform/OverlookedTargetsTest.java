package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.filter.TargetMatcher;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.start.StartContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OverlookedTargetsTest {
  private final FakeJvm jvm = new FakeJvm();
  private final Set<String> seen = new HashSet<>();
  private final List<Class<?>> found = new ArrayList<>();
  private StartContext context;
  private OverlookedTargets overlooked;

  @BeforeEach
  void look_for_pools() throws Exception {
    Options options = Options.read("", Map.of(), Map.of(), path -> Map.of());
    context =
        new StartContext(
            jvm.instrumentation(),
            options,
            () -> options,
            new TargetMatcher(List.of(ClassPattern.of("**.*Pool"))),
            null,
            "premain",
            "1.0");
    overlooked = new OverlookedTargets(context, seen::contains, found::addAll);
    jvm.loaded.addAll(List.of(ShownPool.class, HiddenPool.class, Other.class, HiddenPool[].class));
    seen.add(ShownPool.class.getName());
  }

  @Test
  void nobody_looks_as_long_as_no_class_was_missed() {
    overlooked.lookNow();

    assertThat(found).isEmpty();
  }

  @Test
  void a_target_that_was_not_shown_is_woven_and_its_count_is_not_exact() {
    context.missed.note("com.acme.Caller");
    overlooked.lookNow();

    assertThat(found).containsExactly(HiddenPool.class);
    assertThat(context.missed.concerns(HiddenPool.class.getName())).isTrue();
    assertThat(context.missed.concerns(ShownPool.class.getName())).isFalse();
  }

  @Test
  void loaded_classes_are_looked_at_ever_more_rarely() {
    context.missed.note("com.acme.Caller");
    List<Long> looks = new ArrayList<>();
    for (long second = 0; second < 3_600; second++) {
      overlooked.perform(1_000 * second);
      if (!found.isEmpty()) {
        looks.add(second);
        found.clear();
      }
    }

    assertThat(looks).startsWith(2L, 6L, 14L, 30L).hasSizeLessThan(15);
    assertThat(3_600 - looks.get(looks.size() - 1)).isLessThanOrEqualTo(600);
  }

  @Test
  void the_time_begins_when_a_class_is_missed() {
    overlooked.perform(0);
    overlooked.perform(3_600_000);
    context.missed.note("com.acme.Caller");
    overlooked.perform(3_600_500);
    overlooked.perform(3_602_400);
    assertThat(found).isEmpty();

    overlooked.perform(3_602_500);

    assertThat(found).containsExactly(HiddenPool.class);
  }

  private static final class ShownPool {}

  private static final class HiddenPool {}

  private static final class Other {}
}
