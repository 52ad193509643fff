package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.logging.Lines;
import dev.ssot.engine.place.Kind;
import org.junit.jupiter.api.Test;

/** A JVM that writes an AOT cache keeps the classes of the JDK as they are. */
final class AotCacheTest {
  @Test
  void the_flags_that_write_a_cache_are_known() {
    assertThat(AotCache.isWritten("java\0-XX:AOTCacheOutput=app.aot\0-jar\0app.jar")).isTrue();
    assertThat(AotCache.isWritten("java -XX:AOTMode=record -XX:AOTConfiguration=a")).isTrue();
    assertThat(AotCache.isWritten("java\0-XX:AOTCache=app.aot\0-jar\0app.jar")).isFalse();
    assertThat(AotCache.isWritten("")).isFalse();
  }

  @Test
  void this_jvm_writes_none() {
    assertThat(AotCache.isWritten()).isFalse();
  }

  @Test
  void then_no_class_of_the_jdk_is_touched_and_it_is_said_once() {
    Lines log = new Lines();
    JdkHooks hooks = new JdkHooks(null, null, true, true, log);

    hooks.install();
    hooks.install();

    assertThat(hooks.test(Kind.REFLECTION)).isFalse();
    assertThat(hooks.test(Kind.DESERIALIZATION)).isFalse();
    assertThat(log.warnings()).singleElement().asString().contains("AOT cache");
  }
}
