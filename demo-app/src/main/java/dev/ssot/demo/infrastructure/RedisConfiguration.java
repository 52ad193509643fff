package dev.ssot.demo.infrastructure;

import dev.ssot.demo.redis.RedisManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection for everybody who has it injected; so far that is the room history alone. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

  @Bean
  RedisManager redisManager() {
    return new RedisManager();
  }
}
