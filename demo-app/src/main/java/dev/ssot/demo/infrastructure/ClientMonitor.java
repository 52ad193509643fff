package dev.ssot.demo.infrastructure;

import dev.ssot.demo.chat.BackgroundTask;
import dev.ssot.demo.redis.RedisManager;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** How many clients the Redis server has, how many it may have, and how many it has refused. */
@Component
final class ClientMonitor implements BackgroundTask {
  private final RedisManager redis = new RedisManager();
  private final AtomicLong connected;
  private final AtomicLong maximum;
  private final AtomicLong refused;

  ClientMonitor(MeterRegistry meters) {
    connected = meters.gauge("chat.redis.clients.connected", new AtomicLong());
    maximum = meters.gauge("chat.redis.clients.max", new AtomicLong());
    refused = meters.gauge("chat.redis.clients.refused", new AtomicLong());
  }

  @Override
  public void round() {
    ServerInfo clients = ServerInfo.of(redis, "clients");
    connected.set(clients.number("connected_clients"));
    maximum.set(clients.number("maxclients"));
    refused.set(ServerInfo.of(redis, "stats").number("rejected_connections"));
  }
}
