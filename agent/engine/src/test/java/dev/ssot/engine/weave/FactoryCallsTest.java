package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.weave.site.SiteIds;
import dev.ssot.forms.Compilers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that may make a target, in all the places where the stack is not empty, woven and run. */
final class FactoryCallsTest {
  private static final String CLIENT =
      """
      package lib;

      public class Client implements AutoCloseable {
        private final String text;

        public Client(Object text) { this.text = "" + text; }
        public static Client create() { return new Client("c"); }
        public static Client create(Object text) { return new Client(text); }
        public static Client wide(long a, double b, int c, long d, String e) { return new Client(a + b + c + d + e); }
        public static Client fails() { throw new IllegalStateException("failed"); }
        public static Client nothing() { return null; }
        public static Builder builder() { return new Builder(); }
        public void close() {}
        @Override public String toString() { return text; }

        public interface Made {
          static Client of(Object text) { return new Client(text); }
          Client build();
          default Client again() { return build(); }
        }

        public static class Builder implements Made {
          public Builder with(long value) { return this; }
          public Client build() { return new Client("b"); }
          @SuppressWarnings("unchecked") public <T> T buildAny() { return (T) new Client("any"); }
        }
      }
      """;

  private static final String USES =
      """
      package app;

      import java.util.function.*;
      import lib.Client;

      public class Uses {
        static class Pair {
          final String text;
          Pair(Object one) { this(1L, one, 2.0); }
          Pair(long a, Object one, double b) { text = a + "" + one + b; }
        }

        static class Sub extends Pair {
          Sub() { super(Client.create()); }
          Sub(long a) { super(a, a > 3 ? Client.create() : Client.Made.of("q"), 3.0); }
          Sub(int a) { super(a, Client.wide(a, 2.0, a, 4L, "e"), 1); }
        }

        interface Role {
          default Object own() { return Client.create(); }
          static Object all() { return Client.Made.of("s"); }
        }

        static Object caught(boolean fails) {
          try {
            return fails ? Client.fails() : Client.create();
          } catch (IllegalStateException e) {
            return Client.create(e.getMessage());
          } finally {
            Client.builder().again();
          }
        }

        static Object chosen(int n) {
          Client c;
          switch (n) {
            case 0: c = Client.create(); break;
            case 1: c = Client.nothing();
            default: c = Client.wide(n, n, n, n, null);
          }
          return n == 2 ? Client.builder().with(n).build() : n == 3 ? Client.nothing() : c;
        }

        static Object within() { return Client.create(new Pair(3L, Client.create(new Pair(Client.create(Client.Made.of("d"))).text), 1).text); }
        static Object array() { return java.util.Arrays.toString(new Object[] {Client.create(), Client.Made.of(1)}); }
        static Object any() { Client c = Client.builder().buildAny(); return c; }
        static Object locked(Object lock) { synchronized (lock) { return Client.create(); } }
        static Object closed() { try (Client c = Client.create()) { return c; } }
        static Object later(long n) { Supplier<Object> s = () -> Client.wide(n, n, 1, n, "l"); return s.get(); }
        static Object text(double d) { return "a" + d + Client.create() + new Pair(2L, Client.create(d), d).text; }
        static void dropped() { Client.create(); Client.wide(1, 2, 3, 4, "x"); }

        static Object looped() {
          long sum = 0;
          for (int i = 0; i < 3; i++) {
            Client c = Client.wide(sum, i, i, sum, "x");
            double half = i / 2.0;
            sum += c.toString().length() + (long) half;
          }
          return sum;
        }

        public static void main(String[] none) {
          System.out.println(new Sub().text + new Sub(2).text + new Sub(2L).text + new Sub(4L).text);
          System.out.println(new Role() {}.own() + "" + Role.all() + caught(true) + caught(false));
          for (int n = 0; n < 5; n++) { System.out.println(chosen(n)); }
          dropped();
          System.out.println(within() + "" + array() + any() + locked("") + closed() + later(1) + text(2) + looped());
        }
      }
      """;

  private final ClassWeaver weaver = new ClassWeaver("lib/Client"::equals);

  @TempDir private Path temp;

  @BeforeAll
  static void install() throws Exception {
    TestDispatch.install();
  }

  @Test
  void what_javac_of_Java_8_writes_runs_as_before() throws Exception {
    assertThatWovenRunsAsPlain(Compilers.javac(temp, sources(), "--release", "8"));
  }

  @Test
  void what_javac_writes_runs_as_before() throws Exception {
    assertThatWovenRunsAsPlain(Compilers.javac(temp, sources()));
  }

  @Test
  void what_ecj_writes_runs_as_before() throws Exception {
    assertThatWovenRunsAsPlain(Compilers.ecj(temp, sources(), "--release", "8"));
  }

  private List<Path> sources() throws IOException {
    return List.of(
        Files.writeString(temp.resolve("Client.java"), CLIENT),
        Files.writeString(temp.resolve("Uses.java"), USES));
  }

  private void assertThatWovenRunsAsPlain(Map<String, byte[]> plain) throws Exception {
    Map<String, byte[]> woven = new HashMap<>(plain);
    long calls = 0;
    for (String name : plain.keySet()) {
      if (name.startsWith("app/")) {
        var result = weaver.weave(plain.get(name), plain::get, SiteIds.SAME, true);
        assertThat(result.skipped()).as(name).isEmpty();
        calls += result.woven().stream().filter(site -> site.kind() == Kind.FACTORY).count();
        if (result.classFile() != null) {
          woven.put(name, result.classFile());
        }
      }
    }

    assertThat(calls).isGreaterThan(30);
    assertThat(run(woven)).isEqualTo(run(plain)).contains("failed");
  }

  private static String run(Map<String, byte[]> classFiles) throws Exception {
    return new DefiningLoader(FactoryCallsTest.class.getClassLoader(), classFiles).run("app.Uses");
  }
}
