package dev.ssot.engine.logging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.bootstrap.options.LogTarget;
import dev.ssot.engine.bridge.TestClassBytes;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/** The engine's own SLF4J, found on the class path as it will be inside the agent's loader. */
final class EngineLogProviderTest {
  @Test
  void the_service_loader_finds_our_provider_and_no_other() {
    assertThat(ServiceLoader.load(SLF4JServiceProvider.class))
        .singleElement()
        .isInstanceOf(EngineLogProvider.class);
  }

  @Test
  void a_logger_fills_in_its_arguments_and_writes_to_the_router_of_the_engine() {
    var console = new Console();
    LogRouter router = EngineLog.router();
    router.open(LogTarget.of("none"), console.stream(), new TestClassBytes());
    router.flush();
    router.open(LogTarget.of("stderr"), console.stream(), new TestClassBytes());
    var logger = LoggerFactory.getLogger("dev.ssot.engine.Some");

    logger.debug("nobody asked");
    logger.info("{} of {}", 1, 2);
    logger.atWarn().addArgument("fluent").log("{} as well");
    logger.error("{} failed", "it", new IllegalStateException("boom"));
    router.flush();

    assertThat(logger).isInstanceOf(EngineLogger.class);
    assertThat(logger.getName()).isEqualTo("dev.ssot.engine.Some");
    assertThat(console.lines())
        .startsWith(
            "[ssot] 1 of 2",
            "[ssot] fluent as well",
            "[ssot] it failed",
            "[ssot]     java.lang.IllegalStateException: boom");
  }
}
