package dev.ssot.engine.snapshot.take;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

/** A JVM that cannot count its heap says so, instead of failing. */
final class MissingHistogramTest {
  private final MBeanServer server = MBeanServerFactory.newMBeanServer();

  @Test
  void without_the_bean_of_the_commands() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ClassHistogram.ofLiveHeap(server))
        .withMessageContaining("has no MBean");
  }

  @Test
  void without_the_command() throws Exception {
    Runnable other = () -> {};
    server.registerMBean(
        new StandardMBean(other, Runnable.class),
        new ObjectName("com.sun.management:type=DiagnosticCommand"));

    assertThatIllegalStateException()
        .isThrownBy(() -> ClassHistogram.ofLiveHeap(server))
        .withMessageContaining("has no gcClassHistogram");
  }
}
