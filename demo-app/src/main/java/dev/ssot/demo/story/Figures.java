package dev.ssot.demo.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ssot.demo.load.LoadReport;

/**
 * What was measured in one act; null stands for what could not be.
 *
 * @param pid of the service: acts with the same one ran in the same JVM
 * @param worked sessions in which every message arrived
 * @param closed1011 sessions that the server closed with status 1011
 * @param instances live ones, counted by the JVM in its heap while nobody had left
 * @param instancesAfterwards the same once everybody had
 * @param pools live connection pools, counted likewise
 * @param poolSize connections that one pool may open
 * @param redisClients that were connected according to the Redis server
 * @param redisMaxClients that the Redis server allows
 * @param agentClasses classes of the agent's engine that have live objects, once everybody had left
 * @param heapAfterGc in bytes, while nobody had left
 * @param latencyMedian from saying a message to reading it, in milliseconds
 * @param latency95 95 % of the messages were as fast or faster
 * @param poolWait how long a caller waited for a connection on average, in milliseconds
 */
record Figures(
    Act act,
    long pid,
    int sessions,
    long worked,
    long closed1011,
    Integer instances,
    Integer instancesAfterwards,
    Integer pools,
    Integer poolSize,
    Integer redisClients,
    Integer redisMaxClients,
    Integer agentClasses,
    Long heapAfterGc,
    Double latencyMedian,
    Double latency95,
    Double poolWait) {

  private static final int UNEXPECTED_CONDITION = 1011;

  static Figures of(Act act, long pid, LoadReport load, Look full, Look empty, Double poolWait) {
    return new Figures(
        act,
        pid,
        load.sessions(),
        load.worked(),
        load.closeCodes().getOrDefault(UNEXPECTED_CONDITION, 0L),
        full.instances(),
        empty.instances(),
        full.pools(),
        full.poolSize(),
        full.redisClients(),
        full.redisMaxClients(),
        empty.agentClasses(),
        full.heap(),
        load.latency(0.5),
        load.latency(0.95),
        poolWait);
  }

  /** Sessions that worked, in per cent of all. */
  @JsonProperty
  double success() {
    return 100.0 * worked / sessions;
  }
}
