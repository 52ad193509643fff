package dev.ssot.demo.redis;

import org.apache.commons.pool2.PooledObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Makes connections on which Redis has answered once. A server that has too many clients accepts
 * the connection, says so and closes it: without a question it would look like a good one.
 */
final class AnsweredConnectionFactory extends ConnectionFactory {

  AnsweredConnectionFactory(HostAndPort address, JedisClientConfig config) {
    super(address, config);
  }

  @Override
  public PooledObject<Connection> makeObject() throws Exception {
    PooledObject<Connection> made = super.makeObject();
    try {
      made.getObject().ping();
      return made;
    } catch (JedisException e) {
      destroyObject(made);
      throw e;
    }
  }
}
