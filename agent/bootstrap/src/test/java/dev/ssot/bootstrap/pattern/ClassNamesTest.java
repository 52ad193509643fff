package dev.ssot.bootstrap.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassNamesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "com.acme.Shop,        com.acme., Shop,        com.acme.Shop",
    "com.acme.Shop$1$Door, com.acme., Shop$1$Door, com.acme.Shop",
    "com.acme.$Proxy4,     com.acme., $Proxy4,     com.acme.$Proxy4",
    "com.acme.$A$B,        com.acme., $A$B,        com.acme.$A",
    "Shop,                 '',        Shop,        Shop",
    "Shop$Door,            '',        Shop$Door,   Shop",
    "$Proxy4,              '',        $Proxy4,     $Proxy4"
  })
  void a_name_has_a_package_a_simple_name_and_an_outermost_class(
      String name, String packagePrefix, String simple, String outermost) {
    assertThat(ClassNames.packagePrefix(name)).isEqualTo(packagePrefix);
    assertThat(ClassNames.simple(name)).isEqualTo(simple);
    assertThat(ClassNames.outermost(name)).isEqualTo(outermost);
  }

  @Test
  void internal_names_have_slashes() {
    assertThat(ClassNames.internal("com.acme.Shop$1")).isEqualTo("com/acme/Shop$1");
    assertThat(ClassNames.binary("com/acme/Shop$1")).isEqualTo("com.acme.Shop$1");
  }
}
