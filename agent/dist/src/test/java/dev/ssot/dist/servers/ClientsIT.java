package dev.ssot.dist.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ssot.dist.ForkedJvm;
import dev.ssot.dist.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clients, pools and mappers as incidents had them: the report names the lines of the shop, and
 * what they get works, if it is shared as well.
 */
final class ClientsIT {
  /** Whose classes are the same but for the name. */
  private static final List<String> MAKERS = List.of("Basket", "Invoice", "Orders");

  /** By the name of the line: the class that is made, and where, null for the line itself. */
  private static final Map<String, Made> ALL =
      Map.ofEntries(
          Map.entry("lettuce", new Made("io.lettuce.core.RedisClient", "RedisClient.create")),
          Map.entry("jedis", new Made("redis.clients.jedis.JedisPool", null)),
          Map.entry("redisson", new Made("org.redisson.Redisson", "Redisson.create")),
          Map.entry("okhttp", new Made("okhttp3.OkHttpClient", null)),
          Map.entry("okhttp-builder", new Made("okhttp3.OkHttpClient", "Builder.build")),
          Map.entry("apache", apache()),
          Map.entry("apache-builder", apache()),
          Map.entry(
              "mongodb",
              new Made("com.mongodb.client.internal.MongoClientImpl", "MongoClients.create")),
          Map.entry(
              "s3",
              new Made(
                  "software.amazon.awssdk.services.s3.DefaultS3Client",
                  "DefaultS3ClientBuilder.buildClient")),
          Map.entry(
              "grpc",
              new Made("io.grpc.internal.ManagedChannelImpl", "ManagedChannelImplBuilder.build")),
          Map.entry("jackson", new Made("com.fasterxml.jackson.databind.ObjectMapper", null)),
          Map.entry(
              "jackson-builder",
              new Made("com.fasterxml.jackson.databind.json.JsonMapper", "JsonMapper.builder")),
          Map.entry("hikari", new Made("com.zaxxer.hikari.HikariDataSource", null)),
          Map.entry("kafka", new Made("org.apache.kafka.clients.producer.KafkaProducer", null)),
          Map.entry(
              "caffeine",
              new Made(
                  "com.github.benmanes.caffeine.cache.BoundedLocalCache$BoundedLocalManualCache",
                  "Caffeine.build")),
          Map.entry(
              "jaxb",
              new Made(
                  "org.glassfish.jaxb.runtime.v2.runtime.JAXBContextImpl",
                  "JAXBContextBuilder.build")));

  /** By the name of the line: the type that its reader would name as the target. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("lettuce", "io.lettuce.core.RedisClient"),
          Map.entry("jedis", "redis.clients.jedis.JedisPool"),
          Map.entry("redisson", "org.redisson.api.RedissonClient"),
          Map.entry("jdk", "java.net.http.HttpClient"),
          Map.entry("okhttp", "okhttp3.OkHttpClient"),
          Map.entry("okhttp-builder", "okhttp3.OkHttpClient"),
          Map.entry("apache", "org.apache.hc.client5.http.impl.classic.CloseableHttpClient"),
          Map.entry(
              "apache-builder", "org.apache.hc.client5.http.impl.classic.CloseableHttpClient"),
          Map.entry("mongodb", "com.mongodb.client.MongoClient"),
          Map.entry("s3", "software.amazon.awssdk.services.s3.S3Client"),
          Map.entry("grpc", "io.grpc.ManagedChannel"),
          Map.entry("jackson", "com.fasterxml.jackson.databind.ObjectMapper"),
          Map.entry("hikari", "com.zaxxer.hikari.HikariDataSource"),
          Map.entry("kafka", "org.apache.kafka.clients.producer.KafkaProducer"),
          Map.entry("caffeine", "com.github.benmanes.caffeine.cache.Cache"),
          Map.entry("jaxb", "jakarta.xml.bind.JAXBContext"));

  /** What there is no server for that could answer them. */
  private static final Set<String> UNASKED = Set.of("mongodb", "kafka", "hikari");

  @TempDir private Path temp;

  static Stream<Jdk> jdks() {
    return Software.oldestAndNewest(17);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void each_line_of_the_shop_stands_in_the_report(Jdk jdk) throws Exception {
    Path file = temp.resolve("ssot.json");

    ForkedJvm.Exit exit =
        run(
            jdk,
            ALL.keySet(),
            "targets=" + joined(ALL.values().stream().map(Made::className).toList()),
            "report=" + file);

    assertThat(exit.code()).as("%s", exit).isZero();
    assertThat(exit.out()).contains("made " + 6 * ALL.size());
    assertThatAllAnswered(exit, ALL.keySet());
    Reported report = Reported.read(file);
    Map<String, Integer> live = new TreeMap<>();
    for (String name : new TreeSet<>(ALL.keySet())) {
      Made made = ALL.get(name);
      assertThatItIsNamed(report.target(made.className), made, line(name));
      live.put(made.className, report.target(made.className).get("instances").get("live").asInt());
    }
    assertThat(live).isEqualTo(histogram(exit.out(), live));
  }

  private static void assertThatItIsNamed(JsonNode target, Made made, int line) {
    List<String> classes = new ArrayList<>();
    for (JsonNode site : target.get("sites")) {
      if (site.get("line").asInt() == line) {
        classes.add(site.get("class").asText());
        assertThat(site.get("constructions").asInt()).as("%s", site).isEqualTo(2);
        assertThat(site.get("via").asText(null)).as("%s", site).matches(made::isVia);
        assertThat(site.get("stacks").get(0).get("frames").get(0).asText())
            .startsWith(site.get("class").asText() + ".make(");
      }
    }
    assertThat(classes)
        .as("%s", target)
        .containsExactlyInAnyOrder("shop.Basket", "shop.Invoice", "shop.Orders");
  }

  /**
   * What is an interface or an abstract class is named as such, and seen where it is handed out.
   */
  @ParameterizedTest
  @MethodSource("jdks")
  void each_call_site_gets_again_what_it_made(Jdk jdk) throws Exception {
    Path file = temp.resolve("ssot.json");

    ForkedJvm.Exit exit =
        run(
            jdk,
            TYPES.keySet(),
            "targets=" + joined(TYPES.values()),
            "mode=enforce",
            "share=site",
            "canonical.wait=10s",
            "report=" + file);

    assertThat(exit.code()).as("%s", exit).isZero();
    assertThatAllAnswered(exit, TYPES.keySet());
    Reported report = Reported.read(file);
    Map<String, List<String>> lines = new TreeMap<>();
    Map<String, List<String>> expected = new TreeMap<>();
    for (String name : TYPES.keySet()) {
      lines.put(name, figures(report.target(TYPES.get(name)), line(name)));
      expected.put(name, Collections.nCopies(3, "1 made, 1 redirected, null"));
    }
    if (jdk.version() >= 21) {
      // Since then anybody could end it.
      expected.put("jdk", Collections.nCopies(3, "2 made, 0 redirected, not-guarded"));
    }
    assertThat(lines).isEqualTo(expected);
    assertThatTheHeapHasAsMany(report, exit);
  }

  /** Compares the targets that are concrete classes: a class histogram has no others. */
  private static void assertThatTheHeapHasAsMany(Reported report, ForkedJvm.Exit exit) {
    Map<String, Integer> live = new TreeMap<>();
    for (Made made : ALL.values()) {
      if (TYPES.containsValue(made.className)) {
        JsonNode instances = report.target(made.className).get("instances");
        live.put(made.className, instances.get("live").asInt());
      }
    }
    assertThat(live).hasSize(6).isEqualTo(histogram(exit.out(), live));
  }

  /** Each of the six that the three classes were given. */
  private static void assertThatAllAnswered(ForkedJvm.Exit exit, Collection<String> names) {
    for (String name : names) {
      String answer = UNASKED.contains(name) ? "nothing" : "hello";
      assertThat(exit.out())
          .as("%s", exit)
          .contains(name + " answered " + Collections.nCopies(6, answer));
    }
  }

  private static List<String> figures(JsonNode target, int line) {
    List<String> figures = new ArrayList<>();
    for (JsonNode site : target.get("sites")) {
      if (site.get("line").asInt() == line) {
        figures.add(
            "%d made, %d redirected, %s"
                .formatted(
                    site.get("constructions").asInt(),
                    site.get("redirects").asInt(),
                    site.get("reason").asText()));
      }
    }
    return figures;
  }

  private static String joined(Collection<String> targets) {
    return String.join(":", new TreeSet<>(targets));
  }

  private ForkedJvm.Exit run(Jdk jdk, Collection<String> libraries, String... options)
      throws Exception {
    List<Path> classPath = new ArrayList<>(Software.library("clients"));
    List<String> all = new ArrayList<>(List.of(options));
    all.add("log=stderr");
    try (Redis redis = Redis.start(temp);
        Upstream upstream = Upstream.start()) {
      List<Path> sources = sources(redis.port(), upstream.port());
      classPath.add(Software.compileAll(sources, classPath, temp.resolve("classes")));
      return ForkedJvm.on(jdk)
          .within(Duration.ofMinutes(3))
          .withClassPath(classPath.toArray(Path[]::new))
          .withAgent(all.toArray(new String[0]))
          .run("shop.Shop", libraries.toArray(new String[0]));
    }
  }

  /** Writes the template under three names, with the ports as constants. */
  private List<Path> sources(int redis, int upstream) throws IOException {
    Path folder = Files.createDirectories(temp.resolve("src"));
    Map<String, String> sources = new TreeMap<>();
    sources.put("Shop", Files.readString(Software.resource("ClientsShop.java")));
    sources.put("Customer", Files.readString(Software.resource("ClientsCustomer.java")));
    String template = Files.readString(Software.resource("ClientsTemplate.java"));
    for (String name : MAKERS) {
      sources.put(name, template.replace("class Template ", "class " + name + " "));
    }
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      String text = source.getValue().replace("6379", "" + redis).replace("8080", "" + upstream);
      written.add(Files.writeString(folder.resolve(source.getKey() + ".java"), text));
    }
    return written;
  }

  private static int line(String name) throws IOException {
    List<String> lines = Files.readAllLines(Software.resource("ClientsTemplate.java"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// site: " + name)) {
        return i + 1;
      }
    }
    throw new AssertionError("no line called " + name);
  }

  /** Finds the instances of those classes in what {@code jmap -histo:live} prints. */
  private static Map<String, Integer> histogram(String output, Map<String, Integer> classes) {
    Map<String, Integer> found = new TreeMap<>();
    Matcher lines =
        Pattern.compile("^ *\\d+: +(\\d+) +\\d+ +(\\S+)", Pattern.MULTILINE).matcher(output);
    while (lines.find()) {
      if (classes.containsKey(lines.group(2))) {
        found.put(lines.group(2), Integer.valueOf(lines.group(1)));
      }
    }
    return found;
  }

  private static Made apache() {
    return new Made(
        "org.apache.hc.client5.http.impl.classic.InternalHttpClient", "HttpClientBuilder.build");
  }

  /** A class and the method that constructs it, null for a method of the shop. */
  private record Made(String className, String via) {
    boolean isVia(String frame) {
      return via == null ? frame == null : frame != null && frame.contains(via + "(");
    }
  }
}
