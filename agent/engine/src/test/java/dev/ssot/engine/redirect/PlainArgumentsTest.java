package dev.ssot.engine.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PlainArgumentsTest {
  /** Each gives an equal value each time. */
  static Stream<Supplier<Object>> plain() {
    return Stream.of(
        () -> String.join("", "local", "host"),
        () -> true,
        () -> 'c',
        () -> (byte) 1,
        () -> (short) 1,
        () -> 100_000,
        () -> 10_000_000_000L,
        () -> 1.5f,
        () -> Double.NaN,
        () -> String.class,
        () -> new BigInteger("123456789012345678901234567890"),
        () -> new BigDecimal("1.50"),
        () -> URI.create("redis://localhost:6379"),
        () -> new UUID(1, 2),
        () -> new Locale.Builder().setLanguage("de").build(),
        () -> Currency.getInstance("EUR"),
        () -> Duration.ofMillis(1_500),
        () -> Instant.ofEpochMilli(1),
        () -> ZoneId.of("Europe/Berlin"),
        () -> TimeUnit.SECONDS,
        () -> Constant.WITH_A_BODY,
        () -> new int[] {1, 2, 3},
        () -> new char[] {'s', 'e', 'c', 'r', 'e', 't'},
        () -> new double[0],
        () -> new String[] {"a", null},
        () -> new Object[] {new int[] {1}, "b", new String[][] {{"c"}, {}}},
        () -> null);
  }

  @ParameterizedTest
  @MethodSource("plain")
  void equal_values_have_equal_keys(Supplier<Object> value) {
    List<Object> key = key("redis", value.get());

    assertThat(key).isNotNull().isEqualTo(key("redis", value.get()));
    assertThat(key).hasSameHashCodeAs(key("redis", value.get()));
    assertThat(key).isNotEqualTo(key("other", value.get())).isNotEqualTo(key(value.get(), "redis"));
  }

  static Stream<Arguments> other() {
    return Stream.<Object>of(
            new Object(),
            new StringJoiner(","),
            new ArrayList<>(List.of("redis")),
            List.of("immutable, but of what"),
            new File("redis.conf"),
            new DateTimeFormatterBuilder(),
            new PlainArgumentsTest(),
            new Object[] {"a", new Object()},
            new int[257],
            new int[8][64],
            containingItself())
        .map(each -> Arguments.of(Named.of(each.getClass().getSimpleName(), each)));
  }

  @ParameterizedTest
  @MethodSource("other")
  void what_may_change_or_is_too_much_has_no_key(Object value) {
    assertThat(key("redis", value)).isNull();
    assertThat(key(value)).isNull();
  }

  @Test
  void values_of_different_types_are_different() {
    assertThat(key(1)).isNotEqualTo(key(1L)).isNotEqualTo(key((short) 1)).isNotEqualTo(key("1"));
    assertThat(key(0.0)).isNotEqualTo(key(-0.0));
    assertThat(key(new int[0])).isNotEqualTo(key((Object) new String[0]));
    assertThat(key(new int[] {1})).isNotEqualTo(key(new long[] {1}));
    assertThat(key((Object) null)).isNotEqualTo(key()).isNotEqualTo(key(null, null));
    assertThat(key((Object) new String[] {null})).isNotEqualTo(key((Object) null));
    assertThat(key((Object) new String[] {"a", "b"})).isNotEqualTo(key("a", "b"));
  }

  @Test
  void a_key_does_not_change_with_the_array() {
    char[] password = {'s', 'e', 'c', 'r', 'e', 't'};
    List<Object> key = key((Object) password);

    password[0] = 'x';

    assertThat(key).isEqualTo(key((Object) "secret".toCharArray()));
    assertThat(key).isNotEqualTo(key((Object) password));
  }

  @Test
  void an_array_may_be_as_long_as_is_looked_at() {
    assertThat(key(new int[255])).isNotNull();
    assertThat(key(new int[256])).isNull();
  }

  /** What a report says of a call site cannot wait for the values. */
  @Test
  void declared_types_tell_beforehand() {
    assertThat(
            List.of(
                int.class,
                String.class,
                Boolean.class,
                char[].class,
                String[][].class,
                Constant.class,
                Duration.class,
                ZoneId.class,
                URI.class))
        .allMatch(PlainArguments::arePlain);
    assertThat(
            List.of(
                Object.class,
                Object[].class,
                CharSequence.class,
                List.class,
                File.class,
                PlainArgumentsTest.class,
                DateTimeFormatterBuilder.class))
        .noneMatch(PlainArguments::arePlain);
  }

  private static Object containingItself() {
    Object[] array = new Object[1];
    array[0] = array;
    return array;
  }

  private static List<Object> key(Object... arguments) {
    return PlainArguments.key(arguments);
  }

  enum Constant {
    WITH_A_BODY {
      @Override
      public String toString() {
        return "an enum's constant may be a subclass";
      }
    }
  }
}
