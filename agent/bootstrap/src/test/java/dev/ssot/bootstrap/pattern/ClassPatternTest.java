package dev.ssot.bootstrap.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassPatternTest {
  @ParameterizedTest(name = "{0} matches {1}: {2}")
  @CsvSource({
    "com.acme.RedisManager,   com/acme/RedisManager,            true",
    "com.acme.RedisManager,   com.acme.RedisManager,            true",
    "com.acme.RedisManager,   com/acme/RedisManagers,           false",
    "com.acme.RedisManager,   xcom/acme/RedisManager,           false",
    "com.acme.RedisManager,   com/acme/redis/RedisManager,      false",
    "**.RedisManager,         RedisManager,                     true",
    "**.RedisManager,         a/RedisManager,                   true",
    "**.RedisManager,         a/b/c/RedisManager,               true",
    "**.RedisManager,         a/MyRedisManager,                 false",
    "**.RedisManager,         MyRedisManager,                   false",
    "**.RedisManager,         a/Outer$RedisManager,             false",
    "**RedisManager,          a/MyRedisManager,                 true",
    "com.acme.**.RedisManager,com/acme/RedisManager,            true",
    "com.acme.**.RedisManager,com/acme/a/b/RedisManager,        true",
    "com.acme.**.RedisManager,com/acmes/RedisManager,           false",
    "com.acme.**,             com/acme/A,                       true",
    "com.acme.**,             com/acme/b/C$D,                   true",
    "com.acme.**,             com/acme,                         false",
    "com.acme.Redis**,        com/acme/Redis,                   true",
    "com.acme.Redis**,        com/acme/Rediss/X,                true",
    "com.acme.*,              com/acme/A,                       true",
    "com.acme.*,              com/acme/b/C,                     false",
    "com.acme.*Manager,       com/acme/RedisManager,            true",
    "com.acme.*Manager,       com/acme/Manager,                 true",
    "com.acme.*Manager,       com/acme/x/Manager,               false",
    "com.*.RedisManager,      com/acme/RedisManager,            true",
    "com.*.RedisManager,      com/acme/a/RedisManager,          false",
    "com.acme.Outer$Inner,    com/acme/Outer$Inner,             true",
    "com.acme.Outer.Inner,    com/acme/Outer$Inner,             false",
    "com.acme.Outer$*,        com/acme/Outer$Inner,             true",
    "**.*Re*Ma*,              a/b/MyRedisManagers,              true",
    "**,                      anything/At$All,                  true",
    "*,                       InNoPackage,                      true",
    "*,                       in/APackage,                      false",
    "**.ünï.Größe,            de/ünï/Größe,                     true",
  })
  void matches(String pattern, String name, boolean expected) {
    assertThat(ClassPattern.of(pattern).matches(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'',         a class name is missing",
    "com/acme/X, write it with dots: com.acme.X",
    "a b,        unexpected ' '",
    ".X,         unexpected '.'",
    "X.,         a class name is missing after the last dot",
    "a..b,       unexpected '.'",
    "***,        *** is none",
    "X#method,   unexpected '#'",
    "X;,         unexpected ';'",
    "X.java,     'name the class, not its file: X'",
  })
  void what_no_class_can_be_called_is_refused(String pattern, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClassPattern.of(pattern))
        .withMessageContaining(message);
  }

  @Test
  void only_a_name_without_stars_is_exact() {
    assertThat(ClassPattern.of("com.acme.X").isExact()).isTrue();
    assertThat(ClassPattern.of("**.X").isExact()).isFalse();
    assertThat(ClassPattern.of("com.*.X").isExact()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.X,     com.acme.X",
    "**.X,           X",
    "com.acme.**.X,  X",
    "com.*.X,        .X",
    "com.acme.*Man,  Man",
    "com.**,         ''",
  })
  void every_matching_name_ends_with_the_suffix(String pattern, String suffix) {
    assertThat(ClassPattern.of(pattern).suffix()).isEqualTo(suffix);
  }
}
