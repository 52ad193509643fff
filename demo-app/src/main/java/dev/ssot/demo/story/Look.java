package dev.ssot.demo.story;

/** What the service and its Redis look like at one moment; null for what could not be seen. */
record Look(
    Integer instances,
    Integer pools,
    Integer poolSize,
    Integer redisClients,
    Integer redisMaxClients,
    Integer agentClasses,
    Long heap) {

  /** Collects first, so that what is dead is neither counted nor weighed. */
  static Look at(ServiceJvm jvm, ServicePage page) {
    Long heap = jvm.heapAfterCollection();
    Histogram live = jvm.liveObjects();
    String clients = page.redisClients();
    return new Look(
        live.instancesOf("dev.ssot.demo.redis.RedisManager"),
        live.instancesOf("redis.clients.jedis.ConnectionPool"),
        whole(page.metric("redis_pool_limit")),
        ServicePage.number(clients, "connected_clients"),
        ServicePage.number(clients, "maxclients"),
        live.classesBeginningWith("dev.ssot.engine."),
        heap);
  }

  private static Integer whole(Double value) {
    return value == null ? null : Integer.valueOf(value.intValue());
  }
}
