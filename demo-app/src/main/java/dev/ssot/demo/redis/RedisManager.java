package dev.ssot.demo.redis;

import java.io.Closeable;
import java.time.Duration;
import org.apache.commons.pool2.PooledObjectFactory;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.Pool;

/**
 * Access to Redis: one pool of {@value #CONNECTIONS} connections, opened at once and kept, and a
 * near cache. {@link #getInstance()} is meant to be the only instance, but the constructor is
 * public and nothing forces anyone to ask for it. That is the incident.
 */
public final class RedisManager implements Closeable {
  /** Connections that every instance opens and keeps: the k of docs/demo.md. */
  public static final int CONNECTIONS = 4;

  /** System property with {@code host:port}, set by main before anything needs Redis. */
  public static final String ADDRESS = "demo.redis";

  private static final Logger log = LoggerFactory.getLogger(RedisManager.class);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final RedisManager INSTANCE = new RedisManager();

  private final RedisClient client;
  private final NearCache cache = new NearCache();

  /** Opens a pool of its own to the address that the process was started with. */
  public RedisManager() {
    PooledObjectFactory<Connection> connections =
        new AnsweredConnectionFactory(
            HostAndPort.from(System.getProperty(ADDRESS, "127.0.0.1:6379")), clientConfig());
    client =
        RedisClient.builder()
            .connectionProvider(new TimedConnectionProvider(connections, poolConfig()))
            .build();
    warmUp();
  }

  /** The shared instance: the single source of truth. */
  public static RedisManager getInstance() {
    return INSTANCE;
  }

  /** Every Redis command; each borrows a connection of this pool and gives it back. */
  public UnifiedJedis commands() {
    return client;
  }

  /** The value of {@code key}, at most {@link NearCache#FRESH} old, or null. */
  public String cached(String key) {
    String near = cache.get(key);
    if (near != null) {
      return near;
    }
    String value = client.get(key);
    if (value != null) {
      cache.put(key, value);
    }
    return value;
  }

  /** The pool, for those who measure it. */
  public Pool<Connection> pool() {
    return client.getPool();
  }

  @Override
  public void close() {
    client.close();
  }

  /** A pool that starts short must not stop the service: it tries again when it is used. */
  private void warmUp() {
    try {
      pool().addObjects(CONNECTIONS);
    } catch (JedisException e) {
      log.warn(
          "{} of {} Redis connections: {}",
          pool().getNumIdle(),
          CONNECTIONS,
          e.getCause().getMessage());
    }
  }

  private static JedisClientConfig clientConfig() {
    return DefaultJedisClientConfig.builder()
        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
        .connectionTimeoutMillis((int) PATIENCE.toMillis())
        .socketTimeoutMillis((int) PATIENCE.toMillis())
        .build();
  }

  private static GenericObjectPoolConfig<Connection> poolConfig() {
    GenericObjectPoolConfig<Connection> config = new GenericObjectPoolConfig<>();
    config.setMaxTotal(CONNECTIONS);
    config.setMaxIdle(CONNECTIONS);
    config.setMinIdle(CONNECTIONS);
    config.setMaxWait(PATIENCE);
    // 48 pools would register 48 MBeans and start the platform's MBean server for them.
    config.setJmxEnabled(false);
    return config;
  }
}
