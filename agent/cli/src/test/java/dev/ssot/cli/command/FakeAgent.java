package dev.ssot.cli.command;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An agent that is asked over JMX and takes its time. */
public final class FakeAgent implements FakeAgentMXBean {
  /** How long each answer takes, in milliseconds. */
  volatile long millis;

  final AtomicInteger counted = new AtomicInteger();

  @Override
  public Map<String, Row> heap() {
    counted.incrementAndGet();
    return Map.of("acme.Pool", new Row());
  }

  @Override
  public String mode(
      String mode, String target, String group, String sites, String time, String by) {
    sleep();
    return "all is now " + mode;
  }

  @Override
  public String preview(String mode, String target, String group, String sites, String time) {
    sleep();
    return "all would be " + mode;
  }

  private void sleep() {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** A row of the heap. */
  public static final class Row {
    public long getInstances() {
      return 48;
    }

    public long getLive() {
      return 7;
    }

    public long getDifference() {
      return 41;
    }

    public long getMeanwhile() {
      return 0;
    }

    public int getLoaders() {
      return 1;
    }
  }
}
