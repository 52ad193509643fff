package dev.ssot.demo.redis;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import org.apache.commons.pool2.PooledObjectFactory;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.providers.PooledConnectionProvider;

/**
 * Times how long callers wait for a connection, over all the pools of the process: in {@code
 * redis.pool.wait}. A pool that is too small shows there first.
 */
final class TimedConnectionProvider extends PooledConnectionProvider {
  private final Timer wait = Metrics.timer("redis.pool.wait");

  TimedConnectionProvider(
      PooledObjectFactory<Connection> factory, GenericObjectPoolConfig<Connection> config) {
    super(factory, config);
  }

  @Override
  public Connection getConnection() {
    return wait.record(() -> super.getConnection());
  }

  @Override
  public Connection getConnection(CommandArguments arguments) {
    return wait.record(() -> super.getConnection(arguments));
  }
}
