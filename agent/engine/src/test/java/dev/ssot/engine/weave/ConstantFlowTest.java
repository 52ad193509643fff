package dev.ssot.engine.weave;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.weave.site.SiteIds;
import dev.ssot.engine.weave.site.WovenSite;
import dev.ssot.forms.Compilers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which calls pass nothing but constants, and which may pass something else each time. */
final class ConstantFlowTest {
  private static final String CLIENT =
      """
      package lib;

      public class Client {
        public static final Client DEFAULT = new Client("default");

        public Client(Object options) {}
        public static Client create(Object options) { return new Client(options); }
        public static Client ports(int... ports) { return new Client(ports); }
        public static Client sizes(long size, double factor, Object... more) { return new Client(more); }
        public static Builder builder() { return new Builder(); }

        public static class Builder {
          public int port;
          public Options options = new Options();
          public Builder with(Object value) { return this; }
          public Builder port(int value) { return this; }
          public Client build() { return new Client(this); }
        }

        public static class Options {
          public int port;
          public void set(Object value) {}
          public static Options load(String name) { return new Options(); }
          public static Options current() { return new Options(); }
        }
      }
      """;

  private static final String USES =
      """
      package app;

      import java.io.File;
      import java.net.URL;
      import java.util.*;
      import java.util.function.*;
      import lib.Client;

      public class Uses {
        static String changing = "a";
        int port = 1;
        Client.Builder kept;

        static void seen(Object any) {}

        Object sameText() { return Client.create("a"); }
        Object sameBuilder() { return Client.builder().port(1).with("a").build(); }
        Object sameLocal() { Client.Builder b = Client.builder(); b.port(1); b.port = 2; return b.build(); }
        Object samePorts() { return Client.ports(1, 2); }
        Object sameMany() { return Client.sizes(1L, 2.0, "a", 3, 4L); }
        Object sameTexts() { String s = "a" + 1; return Client.create(s); }
        Object sameList() { List<String> list = new ArrayList<>(); list.add("a"); return Client.create(list); }
        Object sameFile() { return Client.create(new File("a")); }
        Object sameNew() { return new Client("a"); }
        Object sameAfterFunction(int n) { Supplier<Object> s = () -> n; seen(s); return new Client("a"); }

        Object otherParameter(String s) { return Client.create(s); }
        Object otherNew(int n) { Supplier<Object> s = () -> n; return new Client(s.get() + new String("a")); }
        Object otherField() { return Client.builder().port(port).build(); }
        Object otherStatic() { return Client.create(changing); }
        Object otherPorts(int n) { return Client.ports(n); }
        Object otherPort(int n) { return Client.ports(1, 2, n); }
        Object otherPlace(int n) { String[] s = new String[2]; s[n] = "a"; return Client.create(s); }
        Object otherElement(int n) { String[] s = {"a", "b"}; return Client.create(s[n]); }
        Object otherLong(long n) { return Client.sizes(n, 1.0); }
        Object otherLongs(long n) { return Client.create(new long[] {1, n}); }
        Object otherWritten(int n) { Client.Builder b = Client.builder(); b.port = n; return b.build(); }
        Object otherWrittenIn(int n) { Client.Builder b = Client.builder(); b.options.port = n; return b.build(); }
        Object otherWrittenInArray(int n) { Client.Builder[] b = {Client.builder()}; b[0].port = n; return Client.create(b); }
        Object otherSet(Object o) { Client.Builder b = Client.builder(); b.options.set(o); return b.build(); }
        Object otherShown() { Client.Builder b = Client.builder(); seen(b); return b.build(); }
        Object otherKept() { kept = Client.builder(); return kept.build(); }
        Object otherHeld() { Client.Builder b = Client.builder(); kept = b; return b.build(); }
        void otherLoop() { for (int i = 0; i < 3; i++) { Client.create(i); } }
        void otherLoops() { Client.Builder b = Client.builder(); for (int i = 0; i < 3; i++) { b.build(); b.port(i); } }
        Object otherBranch(boolean flag) { return Client.create(flag ? "a" : "b"); }
        Object otherCondition(boolean flag) { Client.Builder b = Client.builder(); if (flag) { b.port(1); } return b.build(); }
        Object otherSwitch(int n) { String s; switch (n) { case 1: s = "a"; break; default: s = "b"; } return Client.create(s); }
        Object otherCaught() { String s = "a"; try { seen(s); s = "b"; } catch (RuntimeException e) { s = "c"; } return Client.create(s); }
        Object otherFunction(Consumer<Client.Builder> c) { Client.Builder b = Client.builder(); c.accept(b); return b.build(); }
        Object otherCapture(int n) { Supplier<Object> s = () -> n; return Client.create(s); }
        Object otherTime() { return Client.create(System.nanoTime()); }
        Object otherEnvironment() { return Client.create(System.getenv("A")); }
        Object otherProperty() { return Client.create(Integer.getInteger("a")); }
        Object otherRandom() { return Client.create(new Random().nextInt()); }
        Object otherUuid() { return Client.create(UUID.randomUUID()); }
        Object otherFiles() { return Client.create(new File("a").listFiles()); }
        Object otherStream() throws Exception { return Client.create(new URL("http://a").openStream()); }
        Object otherResource() { return Client.create(Uses.class.getResourceAsStream("a")); }
        Object otherLoaded() { return Client.create(Client.Options.load("a")); }
        Object otherCurrent() { return Client.create(Client.Options.current()); }
        Object otherText(Object o) { StringBuilder s = new StringBuilder("a"); s.append(o); return Client.create(s.toString()); }
        Object otherMade() { return Client.create(new Uses()); }
      }
      """;

  @TempDir private Path temp;

  @Test
  void what_javac_of_Java_8_writes_is_understood() throws IOException {
    assertThatCallsAreTold(compiled("--release", "8"));
  }

  @Test
  void what_javac_writes_is_understood() throws IOException {
    assertThatCallsAreTold(compiled());
  }

  @Test
  void what_ecj_writes_is_understood() throws IOException {
    assertThatCallsAreTold(Compilers.ecj(temp, sources(), "--release", "8"));
  }

  private Map<String, byte[]> compiled(String... options) throws IOException {
    return Compilers.javac(temp, sources(), options);
  }

  private List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    sources.add(Files.writeString(temp.resolve("Client.java"), CLIENT));
    sources.add(Files.writeString(temp.resolve("Uses.java"), USES));
    return sources;
  }

  /** By their names: {@code same…} and {@code other…}. */
  private static void assertThatCallsAreTold(Map<String, byte[]> classFiles) {
    var weaver = new ClassWeaver("lib/Client"::equals);
    var result = weaver.weave(classFiles.get("app/Uses"), classFiles::get, SiteIds.SAME, true);
    Set<String> same = methods(result, Passed.CONSTANTS);
    Set<String> other = methods(result, Passed.VALUES);

    assertThat(result.skipped()).isEmpty();
    assertThat(same).hasSize(10).allMatch(name -> name.startsWith("same"));
    assertThat(other).hasSize(37).allMatch(name -> name.matches("(lambda.)?other.*"));
  }

  private static Set<String> methods(WeaveResult result, Passed passed) {
    return result.woven().stream()
        .filter(site -> passed(site) == passed)
        .map(WovenSite::method)
        .collect(toCollection(TreeSet::new));
  }

  private static Passed passed(WovenSite site) {
    if (site.kind() == Kind.FACTORY) {
      return site.factory().passed();
    }
    return site.isConstant() ? Passed.CONSTANTS : Passed.VALUES;
  }
}
