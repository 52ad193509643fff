package dev.ssot.demo.staging;

import dev.ssot.demo.redis.RedisManager;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The users that a tester expects to find. Made by reflection, as fixtures like to do. */
@Component
final class UserFixture {
  private static final Map<String, String> USERS = Map.of("ann", "tester", "bob", "tester");

  private final RedisManager redis;

  UserFixture() throws ReflectiveOperationException {
    redis = RedisManager.class.getDeclaredConstructor().newInstance();
    redis.commands().hset("chat:users", USERS);
  }

  /** The role of a user, null for one that nobody knows. */
  String roleOf(String user) {
    return redis.commands().hget("chat:users", user);
  }
}
