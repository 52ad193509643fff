package dev.ssot.demo.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearCacheTest {
  private final NearCache cache = new NearCache();

  @Test
  void what_was_put_is_found_under_its_key_alone() {
    cache.put("key", "välue");

    assertThat(cache.get("key")).isEqualTo("välue");
    assertThat(cache.get("other")).isNull();
  }

  /** The two words have the same hash code, so they share a slot. */
  @Test
  void the_later_of_two_in_one_slot_stays() {
    cache.put("Aa", "first");
    cache.put("BB", "second");

    assertThat(cache.get("Aa")).isNull();
    assertThat(cache.get("BB")).isEqualTo("second");
  }

  @Test
  void what_is_longer_than_a_slot_is_not_kept() {
    cache.put("key", "x".repeat(1024));
    cache.put("long", "x".repeat(1025));

    assertThat(cache.get("key")).hasSize(1024);
    assertThat(cache.get("long")).isNull();
  }

  @Test
  void a_value_is_not_served_for_ever() throws InterruptedException {
    cache.put("key", "value");

    Thread.sleep(NearCache.FRESH.toMillis() + 1);

    assertThat(cache.get("key")).isNull();
  }
}
