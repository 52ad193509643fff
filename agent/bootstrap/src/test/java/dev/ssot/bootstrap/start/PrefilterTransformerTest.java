package dev.ssot.bootstrap.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.Shelf;
import com.acme.shop.Shop;
import dev.ssot.bootstrap.zone.AgentClassLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class PrefilterTransformerTest {
  private static final ClassLoader LOADER = Shop.class.getClassLoader();

  private final byte[] shop = classFile(Shop.class);
  private final byte[] shelf = classFile(Shelf.class);
  @TempDir private Path temp;
  private AgentClassLoader agent;
  private EngineStarter starter;
  private PrefilterTransformer transformer;

  @BeforeEach
  void make() throws Exception {
    StartContext context = new Start(temp).context();
    agent = context.loader;
    starter = Start.patient(context);
    transformer = new PrefilterTransformer(Start.TARGETS, starter);
  }

  @Test
  void a_class_file_that_names_a_target_is_woven() {
    assertThat(transform(LOADER, "com/acme/shop/Shop", shop)).isEqualTo("woven com/acme/shop/Shop");
  }

  @Test
  void one_that_names_none_starts_nothing() {
    assertThat(transform(LOADER, "com/acme/shop/Shelf", shelf)).isNull();
    assertThat(starter.engineIfStarted()).isNull();
  }

  @Test
  void classes_of_the_jdk_and_of_the_agent_are_passed_over_whatever_they_name() {
    assertThat(transform(null, "com/acme/shop/Shop", shop)).isNull();
    assertThat(transform(ClassLoader.getPlatformClassLoader(), "com/acme/shop/Shop", shop))
        .isNull();
    assertThat(transform(agent, "com/acme/shop/Shop", shop)).isNull();
    assertThat(transform(LOADER, "dev/ssot/bootstrap/Shop", shop)).isNull();
    assertThat(starter.engineIfStarted()).isNull();
  }

  /** Hidden classes have none. */
  @Test
  void a_class_without_a_name_is_passed_over() {
    assertThat(transform(LOADER, null, shop)).isNull();
    assertThat(starter.engineIfStarted()).isNull();
  }

  @Test
  void a_running_engine_is_shown_registries_and_what_else_it_weaves() {
    String registry = Library.MICROMETER.className();
    assertThat(transform(LOADER, registry, shelf)).isNull();
    assertThat(transform(LOADER, "com/acme/Inherited", shelf)).isNull();

    transform(LOADER, "com/acme/shop/Shop", shop);

    assertThat(transform(LOADER, registry, shelf)).isEqualTo("woven " + registry);
    assertThat(transform(LOADER, "com/acme/Inherited", shelf))
        .isEqualTo("woven com/acme/Inherited");
    assertThat(transform(LOADER, "com/acme/shop/Shelf", shelf)).isNull();
  }

  @Test
  void an_engine_that_throws_leaves_the_class_as_it_is() {
    assertThat(transform(LOADER, "com/acme/Broken", shop)).isNull();
    assertThat(transform(LOADER, "com/acme/shop/Shop", shop)).isNotNull();
  }

  private String transform(ClassLoader loader, String name, byte[] classFile) {
    byte[] woven = transformer.transform(loader, name, null, null, classFile);
    return woven == null ? null : new String(woven, UTF_8);
  }

  private static byte[] classFile(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
