package dev.ssot.demo.chat;

import dev.ssot.demo.redis.RedisManager;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /redis/clients}: what the Redis server says about its clients at this moment, in its own
 * words; asked on a connection that there is already, as a full server takes no other.
 */
@RestController
final class RedisInfo {
  private final RedisManager redis = RedisManager.getInstance();

  RedisInfo(MeterRegistry meters) {
    meters.gauge("redis.pool.limit", redis.pool(), GenericObjectPool::getMaxTotal);
  }

  @GetMapping(path = "/redis/{section}", produces = MediaType.TEXT_PLAIN_VALUE)
  String info(@PathVariable("section") String section) {
    return redis.commands().info(section);
  }
}
