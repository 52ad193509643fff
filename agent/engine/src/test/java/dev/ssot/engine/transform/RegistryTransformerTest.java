package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.logging.Lines;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When Micrometer's registry is woven: as it is loaded, or a turn after it was seen. */
final class RegistryTransformerTest {
  private static final ClassLoader OWN = MeterRegistry.class.getClassLoader();

  private final FakeJvm jvm = new FakeJvm();
  private final List<Object> noticed = new ArrayList<>();
  private final RegistryTransformer transformer = transformer(true);

  @Test
  void the_type_is_micrometer_s() {
    assertThat(RegistryTransformer.TYPE).isEqualTo(MeterRegistry.class.getName().replace('.', '/'));
  }

  @Test
  void one_that_was_there_is_shown_once_more_a_turn_later() {
    transformer.seen(OWN);
    transformer.perform(0);
    assertThat(jvm.retransformed).as("its loader may still be at it").isEmpty();

    transformer.perform(1);
    transformer.perform(2);
    assertThat(jvm.retransformed).containsExactly(MeterRegistry.class);
    assertThat(noticed).as("there is no global one").isEmpty();
  }

  @Test
  void what_the_global_registry_has_from_before_is_noticed() {
    MeterRegistry made = Metrics.globalRegistry;
    jvm.loaded.add(MeterRegistry.class);
    jvm.loaded.add(Metrics.class);

    transformer.seen(OWN);
    transformer.perform(0);
    transformer.perform(1);

    assertThat(noticed).containsExactly(made);
  }

  @Test
  void one_that_was_woven_as_it_was_loaded_is_not_shown_again() throws IOException {
    transformer.seen(OWN);

    assertThat(transformer.weave(OWN, classFile())).isNotNull().isNotEqualTo(classFile());

    transformer.perform(0);
    transformer.perform(1);
    assertThat(jvm.retransformed).isEmpty();
  }

  @Test
  void no_code_of_a_loader_runs_to_remember_it() throws IOException {
    ClassLoader loader = new HostileLoader(OWN);
    transformer.seen(loader);

    assertThat(transformer.weave(loader, classFile())).isNotNull();

    transformer.perform(0);
    transformer.perform(1);
    assertThat(jvm.retransformed).isEmpty();
  }

  @Test
  void a_loader_that_leaves_it_to_its_parent_has_none_of_its_own() {
    transformer.seen(new ClassLoader(OWN) {});
    transformer.perform(0);
    transformer.perform(1);

    assertThat(jvm.retransformed).isEmpty();
  }

  @Test
  void a_loader_in_which_it_never_became_a_class_is_passed_over() {
    transformer.seen(new ClassLoader(null) {});
    transformer.perform(0);
    transformer.perform(1);

    assertThat(jvm.retransformed).isEmpty();
  }

  @Test
  void a_class_file_that_cannot_be_read_stays_as_it_is() {
    assertThat(transformer.weave(OWN, new byte[] {1, 2, 3})).isNull();
  }

  @Test
  void where_nobody_wants_to_hear_of_registries_nothing_is_woven() throws IOException {
    RegistryTransformer unwanted = transformer(false);
    unwanted.seen(OWN);
    unwanted.perform(0);
    unwanted.perform(1);

    assertThat(unwanted.weave(OWN, classFile())).isNull();
    assertThat(jvm.retransformed).isEmpty();
  }

  private RegistryTransformer transformer(boolean wanted) {
    return new RegistryTransformer(
        jvm.instrumentation(),
        new Retransformation(jvm.instrumentation(), new Lines()),
        noticed::add,
        wanted);
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = OWN.getResourceAsStream(RegistryTransformer.TYPE + ".class")) {
      return in.readAllBytes();
    }
  }
}
