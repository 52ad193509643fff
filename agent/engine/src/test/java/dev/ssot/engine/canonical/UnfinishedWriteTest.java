package dev.ssot.engine.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.FieldHolder;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.redirect.Scene;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another thread is given the instance when the method that wrote its field has returned. */
@Timeout(60)
final class UnfinishedWriteTest {
  private static final String FIELD = "com.acme.FieldHolder#field";

  private Scene scene;

  @BeforeEach
  void begin() {
    FieldHolder.field = null;
    scene = Scene.of(X.class, "mode=enforce,canonical.wait=1ms,canonical=" + FIELD);
  }

  @Test
  void another_thread_constructs_until_the_writing_method_returns() throws Exception {
    write(
        () -> {
          assertThat(elsewhere()).isNotSameAs(FieldHolder.field);
          assertThat(scene.canonicals.of(scene.target).instance()).isNull();
        });

    assertThat(scene.canonicals.of(scene.target).instance()).isSameAs(FieldHolder.field);
    assertThat(elsewhere()).isSameAs(FieldHolder.field);
    assertThat(scene.target.failures()).containsKey(Reason.CANONICAL_TIMEOUT);
  }

  @Test
  void the_writing_thread_is_given_it_as_the_field_would() throws Exception {
    write(() -> assertThat(call()).isSameAs(FieldHolder.field));
  }

  @Test
  void the_outermost_method_of_the_holder_ends_the_write() throws Exception {
    Runnable then = () -> assertThat(elsewhere()).isNotSameAs(FieldHolder.field);
    FieldHolder.outer(new X(), this::written, then, this::returned);

    assertThat(elsewhere()).isSameAs(FieldHolder.field);
  }

  @Test
  void a_second_write_has_to_end_as_well() throws Exception {
    write(() -> {});
    Object before = FieldHolder.field;

    write(() -> assertThat(elsewhere()).isSameAs(before));

    assertThat(elsewhere()).isSameAs(FieldHolder.field).isNotSameAs(before);
  }

  @Test
  void a_method_that_throws_has_left_its_write() throws Exception {
    try {
      write(
          () -> {
            throw new IllegalStateException();
          });
    } catch (IllegalStateException expected) {
      assertThat(elsewhere()).isNotSameAs(FieldHolder.field);
    }

    scene.canonicals.readFields();

    assertThat(elsewhere()).isSameAs(FieldHolder.field);
  }

  @Test
  void the_agent_does_not_take_a_writer_that_is_still_inside_for_one_that_has_left()
      throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Thread writer =
        new Thread(
            () ->
                write(
                    () -> {
                      written.countDown();
                      await(go);
                    }));
    writer.start();
    await(written);

    scene.canonicals.readFields();
    assertThat(call()).isNotSameAs(FieldHolder.field);
    go.countDown();
    writer.join();

    assertThat(call()).isSameAs(FieldHolder.field);
  }

  private Object call() {
    return scene.call(scene.site("com.acme.User"), X::new);
  }

  private Object elsewhere() {
    FutureTask<Object> task = new FutureTask<>(this::call);
    new Thread(task).start();
    try {
      return task.get();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void write(Runnable then) {
    FieldHolder.write(new X(), this::written, then, this::returned);
  }

  private void written(Object made) {
    scene.redirects.write(made, FIELD);
  }

  private void returned() {
    scene.redirects.endWrite(FIELD);
  }

  static final class X {}
}
