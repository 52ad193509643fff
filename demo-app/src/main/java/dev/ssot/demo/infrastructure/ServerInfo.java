package dev.ssot.demo.infrastructure;

import dev.ssot.demo.redis.RedisManager;

/** One section of what the Redis server tells about itself: lines of {@code name:number}. */
record ServerInfo(String section) {

  static ServerInfo of(RedisManager redis, String section) {
    return new ServerInfo(redis.commands().info(section));
  }

  /** The number behind {@code name}, 0 when the server does not tell it. */
  long number(String name) {
    return section
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElse(0);
  }
}
