package dev.ssot.engine.snapshot.take;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.snapshot.JvmProcess;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Of the JVM that runs the tests. */
final class JvmIdentityTest {
  @Test
  void process_and_start_are_those_that_the_jvm_tells_of_itself() {
    ProcessHandle own = ProcessHandle.current();

    JvmProcess facts = JvmIdentity.of(Instant.EPOCH);

    assertThat(facts.pid).isEqualTo(own.pid());
    assertThat(own.info().startInstant()).hasValue(facts.started);
  }
}
