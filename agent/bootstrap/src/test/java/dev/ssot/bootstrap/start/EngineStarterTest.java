package dev.ssot.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.RedisManager;
import com.acme.shop.Shelf;
import com.acme.shop.Shop;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60) // who waits for ever would wait for an hour
final class EngineStarterTest {
  private static final ClassLoader LOADER = Shop.class.getClassLoader();
  private static final String SHOP = "com/acme/shop/Shop";

  @TempDir private Path temp;

  @Test
  void the_first_class_that_names_a_target_starts_the_engine() throws Exception {
    EngineStarter starter = Start.patient(new Start(temp).context());
    assertThat(starter.engineIfStarted()).isNull();

    AgentEngine engine = starter.engineFor(LOADER, SHOP);

    assertThat(engine).isNotNull().hasToString("[started]");
    assertThat(starter.engineIfStarted()).isSameAs(engine);
    assertThat(starter.engineFor(LOADER, "com/acme/Other")).isSameAs(engine);
  }

  @Test
  void a_class_does_not_wait_for_what_is_published_and_the_exit_does() throws Exception {
    CountDownLatch mayPublish = new CountDownLatch(1);
    StartContext context =
        new Start(temp)
            .publishing(
                () -> {
                  mayPublish.await();
                  return null;
                });
    EngineStarter starter = Start.patient(context);

    assertThat(starter.engineFor(LOADER, SHOP)).isNotNull();
    var atExit = CompletableFuture.supplyAsync(starter::engineAtExit);
    assertThat(atExit).isNotDone();
    mayPublish.countDown();

    assertThat(atExit.get()).isNotNull();
  }

  /** On some JDKs a thread without stack opens a latch and fails before it wakes who waits. */
  @Test
  void a_lost_wake_up_delays_the_engine_and_nothing_else() throws Exception {
    StartContext context = new Start(temp).context();
    EngineStarter starter =
        new EngineStarter(
            context, () -> null, Start.FOR_EVER, Start.FOR_EVER, new LatchThatWakesNobody());
    starter.startThread();

    assertThat(starter.engineFor(LOADER, SHOP)).isNotNull();
  }

  @Test
  void the_exit_waits_for_classes_that_were_missed_while_the_engine_started() throws Exception {
    FakeInstrumentation jvm = FakeInstrumentation.of(Shelf.class, Shop.class);
    CountDownLatch mayPublish = new CountDownLatch(1);
    StartContext context =
        new Start(temp)
            .in(jvm)
            .publishing(
                () -> {
                  mayPublish.await();
                  return null;
                });
    EngineStarter starter = Start.patient(context);
    starter.engineFor(LOADER, "com/acme/shop/Shelf");
    context.missed.add(LOADER, SHOP);
    mayPublish.countDown();

    starter.engineAtExit();

    assertThat(jvm.retransformed).containsExactly(Shop.class);
  }

  @Test
  void what_cannot_be_published_keeps_nobody_waiting() throws Exception {
    StartContext context =
        new Start(temp)
            .publishing(
                () -> {
                  throw new IllegalStateException("broken on purpose");
                });
    EngineStarter starter = Start.patient(context);

    assertThat(starter.engineFor(LOADER, SHOP)).isNotNull();
    assertThat(starter.engineAtExit()).isNotNull();
  }

  @Test
  void the_engine_is_told_which_libraries_came_before_it_and_after() throws Exception {
    EngineStarter starter = Start.patient(new Start(temp).context());
    starter.jdkClassLoaded(Library.JMX.className());
    starter.applicationClassLoaded(LOADER, Library.SLF4J.className());
    starter.applicationClassLoaded(LOADER, "com/acme/NoLibrary");

    AgentEngine engine = starter.engineFor(LOADER, SHOP);
    starter.applicationClassLoaded(LOADER, Library.MICROMETER.className());

    assertThat(engine).hasToString("[JMX of the JDK, SLF4J, started, MICROMETER]");
  }

  /** The application may bring a class of the name, and JDK classes of it none. */
  @Test
  void a_library_is_known_by_who_loads_it() throws Exception {
    EngineStarter starter = Start.patient(new Start(temp).context());
    starter.applicationClassLoaded(LOADER, Library.FLIGHT_RECORDER.className());
    starter.jdkClassLoaded(Library.SLF4J.className());

    assertThat(starter.engineFor(LOADER, SHOP)).hasToString("[started]");
  }

  @Test
  void who_waited_in_vain_is_woven_later_and_nobody_else_waits() throws Exception {
    FakeInstrumentation jvm = FakeInstrumentation.of(Shelf.class, Shop.class, RedisManager.class);
    CountDownLatch mayStart = new CountDownLatch(1);
    StartContext context =
        new Start(temp)
            .in(jvm)
            .context(
                () -> {
                  mayStart.await();
                  return null;
                });
    EngineStarter starter = Start.impatient(context);

    assertThat(starter.engineFor(LOADER, SHOP)).isNull();
    assertThat(starter.engineFor(LOADER, "com/acme/shop/RedisManager")).isNull();
    assertThat(starter.engineFor(LOADER, "com/acme/Unloaded")).isNull();
    mayStart.countDown();

    assertThat(jvm.retransformed.take()).isEqualTo(Shop.class);
    assertThat(jvm.retransformed.take()).isEqualTo(RedisManager.class);
    assertThat(starter.engineFor(LOADER, SHOP)).isNotNull();
  }

  @Test
  void a_class_that_could_not_be_woven_is_missed_and_at_the_second_time_told_of() throws Exception {
    StartContext context = new Start(temp).context();
    EngineStarter starter = Start.patient(context);
    AgentEngine engine = starter.engineFor(LOADER, SHOP);

    starter.failed(LOADER, SHOP, true, new IllegalStateException("broken on purpose"));
    assertThat(context.missed.concerns("com.acme.shop.Shop")).isTrue();
    assertThat(context.missed.concerns("com.acme.shop.RedisManager")).isFalse();
    assertThat(engine).hasToString("[started]");

    starter.failed(LOADER, SHOP, false, new IllegalStateException("broken on purpose"));
    assertThat(engine).hasToString("[started, could not weave " + SHOP + "]");
  }

  @Test
  void where_the_stack_has_run_out_any_class_may_have_been_missed() throws Exception {
    StartContext context = new Start(temp).context();
    EngineStarter starter = Start.patient(context);

    starter.failed(LOADER, SHOP, true, new StackOverflowError());

    assertThat(context.missed.concerns("com.acme.shop.RedisManager")).isTrue();
  }

  @Test
  void an_engine_that_cannot_start_leaves_all_classes_as_they_are() throws Exception {
    StartContext context =
        new Start(temp)
            .context(
                () -> {
                  throw new IllegalStateException("broken on purpose");
                });
    EngineStarter starter = Start.patient(context);

    assertThat(starter.engineFor(LOADER, SHOP)).isNull();
    assertThat(starter.engineFor(LOADER, SHOP)).isNull();
    assertThat(starter.engineIfStarted()).isNull();
    assertThat(starter.engineAtExit()).isNull();
  }

  @Test
  void an_interrupted_thread_gets_the_engine_and_stays_interrupted() throws Exception {
    EngineStarter starter = Start.patient(new Start(temp).context());

    Thread.currentThread().interrupt();
    AgentEngine engine = starter.engineFor(LOADER, SHOP);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(engine).isNotNull();
  }

  @Test
  void an_attached_agent_weaves_what_was_there_targets_first() throws Exception {
    FakeInstrumentation jvm =
        FakeInstrumentation.of(String.class, Shelf.class, Shop.class, RedisManager.class);
    EngineStarter starter = Start.patient(new Start(temp).attached().in(jvm).context());

    assertThat(jvm.retransformed.take()).isEqualTo(RedisManager.class);
    assertThat(jvm.retransformed.take()).isEqualTo(Shop.class);
    assertThat(starter.engineIfStarted()).isNotNull();
    assertThat(jvm.retransformed).isEmpty();
  }

  @Test
  void at_exit_nothing_is_written_if_nothing_matched() throws Exception {
    assertThat(Start.patient(new Start(temp).context()).engineAtExit()).isNull();
  }

  @Test
  void at_exit_a_report_that_was_asked_for_starts_the_engine() throws Exception {
    StartContext context = new Start(temp).with("report=-").context();

    assertThat(Start.patient(context).engineAtExit()).isNotNull();
  }

  /** Whoever waits sleeps for as long as it wants to wait at most. */
  private static final class LatchThatWakesNobody extends CountDownLatch {
    LatchThatWakesNobody() {
      super(1);
    }

    @Override
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
      unit.sleep(timeout);
      return getCount() == 0;
    }
  }
}
