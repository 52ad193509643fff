package dev.ssot.demo.staging;

import dev.ssot.demo.redis.RedisManager;
import org.springframework.stereotype.Component;

/** The rooms that a tester expects to find. */
@Component
final class RoomFixture {
  private final RedisManager redis;

  RoomFixture() {
    RedisManager connection = new RedisManager();
    connection.commands().sadd("chat:rooms", "lobby", "support", "staging");
    redis = connection;
  }

  /** How many rooms there are by now, those of the visitors included. */
  long rooms() {
    return redis.commands().scard("chat:rooms");
  }
}
