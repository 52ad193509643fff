package dev.ssot.engine.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoundCodeTest {
  private static final String LIBRARY = "file:/repo/okhttp-4.12.0.jar";

  @TempDir private Path folder;

  @Test
  void a_directory_is_the_applications_whatever_its_packages() {
    FoundCode code =
        classPath("target/classes" + File.pathSeparator + "lib/a.jar", "org.demo.Main");

    assertThat(code.label("com.other.Thing", "file:/work/target/classes/"))
        .isEqualTo("/work/target/classes/");
    assertThat(code.label("okhttp3.OkHttpClient", LIBRARY)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "jar:file:/srv/app.jar!/BOOT-INF/classes!/, /srv/app.jar!/BOOT-INF/classes",
    "jar:nested:/srv/app.jar/!BOOT-INF/classes/!/, /srv/app.jar/!BOOT-INF/classes/",
    "file:/opt/tomcat/webapps/shop/WEB-INF/classes/, /opt/tomcat/webapps/shop/WEB-INF/classes/",
    "vfs:/content/shop.war/WEB-INF/classes, /content/shop.war/WEB-INF/classes",
  })
  void the_classes_of_boot_jars_and_web_applications_are(String location, String label) {
    assertThat(started("", "").label("com.acme.Shop", location)).isEqualTo(label);
  }

  @Test
  void libraries_of_boot_jars_and_web_applications_are_not() {
    FoundCode code = started("", "");

    assertThat(code.label("okhttp3.X", "jar:nested:/srv/app.jar/!BOOT-INF/lib/okhttp.jar!/"))
        .isNull();
    assertThat(code.label("okhttp3.X", "file:/opt/webapps/shop/WEB-INF/lib/okhttp.jar")).isNull();
  }

  @Test
  void a_boot_jar_is_a_launcher_and_its_start_class_tells_the_packages() throws IOException {
    Path jar = jar("org.springframework.boot.loader.launch.JarLauncher", "com.acme.Shop", null);
    FoundCode code = started(jar + " --port=1", jar.toString());

    assertThat(code.label("org.springframework.boot.loader.Launcher", location(jar))).isNull();
    assertThat(
            code.label("com.acme.core.Prices", "jar:nested:/srv/app.jar/!BOOT-INF/lib/core.jar!/"))
        .isEqualTo("com.acme.**");
    assertThat(code.label("com.acmelib.X", "jar:nested:/srv/app.jar/!BOOT-INF/lib/lib.jar!/"))
        .isNull();
  }

  @Test
  void of_a_jar_with_everything_what_shares_the_packages_of_the_main_class() throws IOException {
    Path jar = jar("com.acme.shop.Main", null, null);
    FoundCode code = started(jar.toString(), jar.toString());

    assertThat(code.label("com.acme.prices.Table", location(jar))).isEqualTo("com.acme.**");
    assertThat(code.label("okhttp3.OkHttpClient", location(jar))).isNull();
  }

  @Test
  void a_jar_with_a_class_path_is_the_applications_as_a_whole() throws IOException {
    Path jar = jar("com.acme.shop.Main", null, "lib/okhttp.jar");
    FoundCode code = started(jar + " run", jar + File.pathSeparator + "/opt/other-agent.jar");

    assertThat(code.label("org.other.Part", location(jar))).isEqualTo(jar.toString());
    assertThat(code.label("okhttp3.OkHttpClient", LIBRARY)).isNull();
  }

  @Test
  void a_class_path_of_folders_makes_it_no_part() throws IOException {
    Path jar = jar("com.acme.shop.Main", null, "config/");

    assertThat(started(jar.toString(), jar.toString()).label("okhttp3.X", location(jar))).isNull();
  }

  @Test
  void a_class_that_tells_no_place_is_known_by_its_package() throws IOException {
    FoundCode code = classPath("", "com.acme.Main");

    assertThat(code.label("com.acme.X", null)).isEqualTo("com.acme.**");
    assertThat(code.label("okhttp3.X", null)).isNull();
  }

  @Test
  void a_jar_whose_main_class_has_no_package_is_as_well() throws IOException {
    Path jar = jar("Main", null, null);

    assertThat(started(jar.toString(), jar.toString()).label("shop.Table", location(jar)))
        .isEqualTo(jar.toString());
  }

  @Test
  void of_a_class_path_of_jars_the_one_with_the_main_class() throws IOException {
    Path main = jar("com.acme.Main", null, null);
    Path other = Files.copy(main, folder.resolve("other.jar"));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(other))) {
      out.putNextEntry(new JarEntry("okhttp3/X.class"));
    }
    FoundCode code = classPath(other + File.pathSeparator + main, "com.acme.Main");

    assertThat(code.label("org.part.X", location(main))).isEqualTo(main.toString());
    assertThat(code.label("okhttp3.X", location(other))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "chat/com.acme.chat.Main, com.acme.core.Prices, com.acme.**",
    "org.apache.shop.Main, org.apache.shop.Table, org.apache.shop.**",
    "org.apache.shop.Main, org.apache.http.Client,",
    "uk.co.acme.Main, uk.co.acme.X, uk.co.acme.**",
    "uk.co.acme.Main, uk.co.other.X,",
    "shop.Main, shop.Table, shop.**",
    "Main, Table,",
    "org.junit.runner.JUnitCore, org.junit.Assert,",
    "com.google.Main, com.google.common.Factory,",
    "shop.Main, shop.org.library.X,",
    "com.acme.Main, com.acme.shaded.com.google.X,",
    "com.acme.Main, com.acme.organisation.X, com.acme.**",
    "com.acme.Main, com.acme.$Proxy7,",
    "com.acme.Main, com.acme.Orders$$EnhancerBySpringCGLIB$$1f,",
  })
  void jars_of_the_same_owner_are_the_applications(String command, String name, String label) {
    assertThat(classPath("", command).label(name, LIBRARY)).isEqualTo(label);
  }

  @Test
  void a_jar_that_cannot_be_read_is_the_applications() {
    FoundCode code = started("/srv/gone.jar", "/srv/gone.jar");

    assertThat(code.label("com.acme.X", "file:/srv/gone.jar")).isEqualTo("/srv/gone.jar");
  }

  private FoundCode classPath(String path, String command) {
    return started(command, path);
  }

  private static FoundCode started(String command, String path) {
    return new FoundCode(new StartedProgram(command, path));
  }

  private static String location(Path jar) {
    return "file:" + jar.toUri().getRawPath();
  }

  /** Writes a jar with that main class. */
  private Path jar(String main, String start, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, main);
    if (start != null) {
      attributes.putValue("Start-Class", start);
    }
    if (classPath != null) {
      attributes.put(Attributes.Name.CLASS_PATH, classPath);
    }
    Path jar = folder.resolve("app.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new JarEntry(main.replace('.', '/') + ".class"));
    }
    return jar;
  }
}
