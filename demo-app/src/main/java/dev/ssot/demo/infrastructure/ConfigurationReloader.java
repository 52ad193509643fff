package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notices that somebody raised the version of the configuration in Redis, and says so. */
@Component
final class ConfigurationReloader implements BackgroundTask {
  private static final Logger log = LoggerFactory.getLogger(ConfigurationReloader.class);

  private final RedisManager redis = connect(() -> new RedisManager());
  private String seen;

  @Override
  public void round() {
    String version = redis.commands().get("chat:configuration:version");
    if (version != null && !version.equals(seen)) {
      log.info("configuration version {} instead of {}", version, seen);
      seen = version;
    }
  }

  private static RedisManager connect(Supplier<RedisManager> connection) {
    return connection.get();
  }
}
