package dev.ssot.bootstrap.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JdkClassesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "java.lang.String,               true,  true,  true",
    "java/lang/String,               true,  true,  true",
    "jdk.internal.reflect.Accessor,  true,  true,  true",
    "jdk.jfr.Recording,              true,  true,  false",
    "sun/reflect/GeneratedAccessor1, true,  true,  true",
    "com.sun.net.Server,             true,  true,  false",
    "javax.inject.Provider,          false, true,  false",
    "com.sunny.Day,                  false, false, false",
    "com.acme.java.Shop,             false, false, false",
    "javaX,                          false, false, false",
    "java,                           false, false, false"
  })
  void a_name_is_asked_three_questions(
      String name, boolean isName, boolean isFrame, boolean isReserved) {
    assertThat(JdkClasses.isName(name)).isEqualTo(isName);
    assertThat(JdkClasses.isFrame(name)).isEqualTo(isFrame);
    assertThat(JdkClasses.isReserved(name)).isEqualTo(isReserved);
  }

  @Test
  void its_loaders_are_the_boot_loader_and_the_platform_loader() {
    assertThat(JdkClasses.isLoader(null)).isTrue();
    assertThat(JdkClasses.isLoader(ClassLoader.getPlatformClassLoader())).isTrue();
    assertThat(JdkClasses.isLoader(ClassLoader.getSystemClassLoader())).isFalse();
  }

  @Test
  void the_parent_of_the_agents_own_loader_is_the_platform_loader() {
    assertThat(JdkClasses.parentForOwnLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
  }
}
