package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.redirect.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody is given what its owner has closed, wherever it is found again. */
@Timeout(60)
final class EndedInstancesTest {
  private static final String HOLDER = EndedInstancesTest.class.getName() + "$Holder";

  @BeforeEach
  void open() {
    Holder.current = new X();
  }

  @Test
  void the_next_one_that_is_learned_is_a_replacement_and_no_factory() throws Throwable {
    Scene scene = scene(HOLDER + "#get()");
    Object before = learned(scene);

    end(scene, before);
    assertThat(scene.listener.relinked).as("sites that are linked to it").hasValue(1);
    Holder.current = new X();
    learned(scene);

    assertThat(call(scene)).isSameAs(Holder.current).isNotSameAs(before);
    assertThat(scene.canonicals.of(scene.target).refusal()).isNull();
  }

  @Test
  void a_provider_that_returns_it_once_more_is_not_believed() throws Throwable {
    Scene scene = scene(HOLDER + "#get()");
    Object before = call(scene);
    assertThat(before).isSameAs(Holder.current);

    end(scene, before);
    learned(scene);

    assertThat(call(scene)).isNotSameAs(before);
    assertThat(scene.target.failures()).containsExactly(entry(Reason.CANONICAL_ENDED, 1L));
  }

  @Test
  void a_field_that_still_holds_it_is_not_believed() throws Throwable {
    Scene scene = Scene.of(Own.class, "mode=enforce");
    Object before = scene.call(scene.site("com.acme.User"), Own::new);
    assertThat(before).isSameAs(Own.INSTANCE);

    end(scene, before);

    assertThat(scene.call(scene.site("com.acme.User"), Own::new)).isNotSameAs(before);
  }

  @Test
  void it_is_no_longer_the_first_that_is_alive() throws Throwable {
    Scene scene = scene("first");
    Object before = call(scene);
    assertThat(call(scene)).isSameAs(before);

    end(scene, before);

    assertThat(call(scene)).isNotSameAs(before);
  }

  @Test
  void equal_arguments_make_another_one() throws Throwable {
    Scene scene = scene(HOLDER + "#get(),arguments=key");
    Site site = scene.site("com.acme.User");
    Object before = scene.call(site, X::new, "host");
    assertThat(scene.call(site, X::new, "host")).isSameAs(before);
    Object other = scene.call(site, X::new, "other");

    end(scene, before);

    Object after = scene.call(site, X::new, "host");
    assertThat(after).isNotSameAs(before);
    assertThat(scene.call(site, X::new, "host")).isSameAs(after);
    assertThat(scene.call(site, X::new, "other")).as("it goes on").isSameAs(other);
  }

  @Test
  void what_ends_before_it_was_shared_never_is() throws Throwable {
    Scene scene = scene(HOLDER + "#get()");

    end(scene, Holder.current);
    learned(scene);

    assertThat(scene.canonicals.of(scene.target).instance()).isNull();
  }

  @Test
  void the_end_of_an_object_of_a_subclass_is_not_that_of_a_target() throws Throwable {
    Scene scene = scene(HOLDER + "#get()");
    Object before = learned(scene);

    end(scene, new SubX());

    assertThat(call(scene)).isSameAs(before);
    assertThat(scene.listener.relinked).hasValue(0);
  }

  @Test
  void a_class_that_is_read_again_keeps_what_was_learned_and_what_has_ended() throws Throwable {
    Scene scene = scene(HOLDER + "#get()");
    Object before = learned(scene);
    readAgain(scene, X.class);
    assertThat(scene.canonicals.of(scene.target).instance()).isSameAs(before);

    end(scene, before);
    readAgain(scene, X.class);
    learned(scene);

    assertThat(scene.canonicals.of(scene.target).instance()).isNull();
  }

  @Test
  void a_class_that_is_redefined_with_another_provider_keeps_what_has_ended() throws Throwable {
    Scene scene = Scene.of(Own.class, "mode=enforce");
    end(scene, Own.INSTANCE);

    readAgain(scene, X.class);
    readAgain(scene, Own.class);
    scene.canonicals.of(scene.target).readField(Own.class);

    assertThat(scene.canonicals.of(scene.target).instance()).isNull();
  }

  @Test
  void a_class_that_is_read_again_is_still_made_by_a_factory() {
    Scene scene = scene(HOLDER + "#get()");
    learned(scene);
    Holder.current = new X();
    learned(scene);
    assertThat(scene.canonicals.of(scene.target).refusal()).isEqualTo(Reason.CANONICAL_FACTORY);

    readAgain(scene, X.class);

    assertThat(scene.canonicals.of(scene.target).refusal()).isEqualTo(Reason.CANONICAL_FACTORY);
  }

  private static void readAgain(Scene scene, Class<?> shape) {
    scene.canonicals.read(scene.target, Scene.shape(shape));
  }

  /** Reports as a woven provider does, before it returns. */
  private static Object learned(Scene scene) {
    scene.redirects.learn(Holder.current, HOLDER + "#get()");
    return Holder.current;
  }

  private static void end(Scene scene, Object instance) throws Throwable {
    assertThat(scene.redirects.guards(instance, "close")).as("does nothing").isFalse();
  }

  private static Object call(Scene scene) {
    return scene.call(scene.site("com.acme.User"), X::new);
  }

  private static Scene scene(String canonical) {
    return Scene.of(X.class, "mode=enforce,canonical.wait=10m,canonical=" + canonical);
  }

  static class X {}

  static final class SubX extends X {}

  static final class Own {
    static final Own INSTANCE = new Own();
  }

  static final class Holder {
    static volatile X current;

    private Holder() {}

    static synchronized X get() {
      return current;
    }
  }
}
