package dev.ssot.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.RedisManager;
import com.acme.shop.Shelf;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NothingMatchedTest {
  @TempDir private Path temp;

  @Test
  void the_nearest_names_come_first_whatever_their_package_and_capitals() {
    assertThat(
            NothingMatched.nearest(
                "com.acme.RedisManager",
                List.of("a.RedisManagr", "b.Unrelated", "c.Outer$redismanager", "d.RedisManagers")))
        .containsExactly("c.Outer$redismanager", "a.RedisManagr", "d.RedisManagers");
  }

  @Test
  void three_names_are_enough() {
    assertThat(NothingMatched.nearest("X", List.of("d.X", "c.X", "b.X", "a.X")))
        .containsExactly("a.X", "b.X", "c.X");
  }

  @Test
  void each_target_has_its_own_neighbours_and_a_name_is_listed_once() {
    assertThat(NothingMatched.nearest("**.RedisManager:**.RedisManger", List.of("a.RedisManager")))
        .containsExactly("a.RedisManager");
    assertThat(NothingMatched.nearest("**.Pool:**.Cache", List.of("a.Cach", "b.Poll")))
        .containsExactly("a.Cach", "b.Poll");
  }

  @Test
  void classes_of_the_agent_are_no_answer() {
    assertThat(NothingMatched.nearest("Zone", List.of("dev.ssot.bootstrap.zone.Zone"))).isEmpty();
  }

  @Test
  void the_hint_names_loaded_classes_of_the_application() throws Exception {
    FakeInstrumentation jvm = FakeInstrumentation.of(String.class, Shelf.class, RedisManager.class);

    assertThat(NothingMatched.hint(new Start(temp).in(jvm).context()))
        .isEqualTo(
            "no class matched **.RedisManager so far; nearest loaded names:"
                + " com.acme.shop.RedisManager; correct the option targets if it is none of these");
  }
}
