package dev.ssot.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.bootstrap.options.Options;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.Reason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SitePolicyTest {
  private static final String TARGET = "com.acme.redis.RedisManager";

  @Test
  void a_group_s_mode_goes_before_the_target_s_and_that_before_the_one_of_all() throws Exception {
    SitePolicy policy =
        policy(
            Map.of(
                "mode",
                "observe",
                "targets",
                List.of(Map.of("class", TARGET, "mode", "off"), Map.of("class", "com.acme.Other")),
                "groups",
                List.of(
                    Map.of("name", "P1", "sites", List.of("com.acme.ws.**"), "mode", "observe"),
                    Map.of("name", "P2", "sites", List.of("com.acme.**")))));

    assertThat(policy.mode(TARGET, site("com.acme.ws.Chat", "open"))).isEqualTo(Mode.OBSERVE);
    assertThat(policy.mode(TARGET, site("com.acme.Job", "run"))).isEqualTo(Mode.OFF);
    assertThat(policy.mode("com.acme.Other", site("com.acme.Job", "run"))).isEqualTo(Mode.OBSERVE);
    assertThat(policy.counts(TARGET, site("com.acme.Job", "run"))).isFalse();
    assertThat(policy.counts(TARGET, site("com.acme.ws.Chat", "open"))).isTrue();
  }

  @Test
  void the_first_group_by_priority_that_matches_has_the_site() throws Exception {
    SitePolicy policy =
        policy(
            Map.of(
                "groups",
                List.of(
                    Map.of("name", "late", "priority", 4, "sites", List.of("com.acme.**")),
                    Map.of(
                        "name", "core", "priority", 1, "sites", List.of("com.acme.Chat#open")))));

    assertThat(policy.group(site("com.acme.Chat", "open"))).hasToString("core");
    assertThat(policy.group(site("com.acme.Chat", "lambda$open$0"))).hasToString("core");
    assertThat(policy.group(site("com.acme.Chat", "close"))).hasToString("late");
    assertThat(policy.group(site("org.other.Chat", "open"))).isNull();
  }

  @Test
  void the_target_its_nested_classes_and_its_provider_may_construct() throws Exception {
    SitePolicy policy =
        policy(
            Map.of(
                "targets",
                TARGET,
                "canonical",
                "com.acme.Provider#redis()",
                "allow",
                List.of("com.acme.Configuration#redis")));

    assertThat(reason(policy, TARGET, "getInstance")).isEqualTo(Reason.INSIDE_TARGET);
    assertThat(reason(policy, TARGET + "$Holder", "<clinit>")).isEqualTo(Reason.INSIDE_TARGET);
    assertThat(reason(policy, "com.acme.Provider", "redis")).isEqualTo(Reason.INSIDE_TARGET);
    assertThat(reason(policy, "com.acme.Configuration", "redis")).isEqualTo(Reason.ALLOWED);
    assertThat(reason(policy, "com.acme.Configuration", "other")).isNull();
    assertThat(reason(policy, TARGET + "Test", "run")).isNull();
    assertThat(reason(policy, TARGET + "$$FastClassByGuice$$29b1c5", "GUICE$TRAMPOLINE")).isNull();
  }

  @Test
  void a_canonical_that_is_changed_in_the_file_waits_for_a_restart() throws Exception {
    SitePolicy policy =
        policy(Map.of("targets", List.of(Map.of("class", TARGET, "canonical", "a.Old#get()"))));

    policy.replace(
        options(
            Map.of(
                "canonical",
                "first",
                "targets",
                List.of(
                    Map.of("class", TARGET, "canonical", "a.New#get()"),
                    Map.of("class", "com.acme.Added", "canonical", "a.Added#get()"),
                    "com.acme.Plain"))),
        "file");

    assertThat(policy.canonical(TARGET)).hasToString("a.Old#get()");
    assertThat(policy.canonical("com.acme.Added")).hasToString("a.Added#get()");
    assertThat(policy.canonical("com.acme.Plain")).hasToString("auto");
    assertThat(reason(policy, "a.Old", "get")).isEqualTo(Reason.INSIDE_TARGET);
    assertThat(reason(policy, "a.New", "get")).isNull();
  }

  private static Reason reason(SitePolicy policy, String className, String method) {
    return policy.allowedBecause(TARGET, site(className, method));
  }

  private static Location site(String className, String method) {
    return Location.woven(className, method, "()V", 0, "A.java", 1, Kind.NEW);
  }

  private static SitePolicy policy(Map<String, Object> yaml) throws Exception {
    Options options = options(yaml);
    return new SitePolicy(options, new Modes(options, (table, changes) -> {}));
  }

  private static Options options(Map<String, Object> yaml) throws Exception {
    return Options.read("config=ssot.yaml", Map.of(), Map.of(), path -> yaml);
  }
}
