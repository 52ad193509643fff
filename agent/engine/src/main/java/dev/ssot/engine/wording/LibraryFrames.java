package dev.ssot.engine.wording;

import dev.ssot.bootstrap.pattern.JdkClasses;
import java.util.Arrays;
import java.util.List;

/**
 * Tells which frames of a stack are certainly not the reader's own: those of the JDK, and of
 * servers, frameworks and libraries that are known by name. A package that is not known is never
 * taken for a library, because a reader whose own frame is hidden cannot find the line to change.
 */
final class LibraryFrames {
  private static final String JDK = "the JDK";

  /** Package prefixes, each followed by a dot in a frame. */
  private static final List<String> KNOWN =
      Arrays.asList(
          "akka",
          "ch.qos.logback",
          "clojure",
          "com.fasterxml",
          "com.google.common",
          "com.google.inject",
          "com.mongodb",
          "com.mysql",
          "com.zaxxer.hikari",
          "freemarker",
          "groovy.lang",
          "io.dropwizard",
          "io.github.resilience4j",
          "io.grpc",
          "io.helidon",
          "io.ktor",
          "io.lettuce",
          "io.micrometer",
          "io.micronaut",
          "io.netty",
          "io.opentelemetry",
          "io.quarkus",
          "io.reactivex",
          "io.smallrye",
          "io.undertow",
          "io.vertx",
          "jakarta",
          "javassist",
          "junit",
          "kafka",
          "kotlin",
          "kotlinx.coroutines",
          "net.bytebuddy",
          "net.sf.cglib",
          "net.sf.ehcache",
          "okhttp3",
          "okio",
          "org.aopalliance",
          "org.apache",
          "org.aspectj",
          "org.codehaus.groovy",
          "org.eclipse.jetty",
          "org.eclipse.microprofile",
          "org.glassfish",
          "org.gradle",
          "org.hibernate",
          "org.jboss",
          "org.jetbrains.kotlin",
          "org.junit",
          "org.keycloak",
          "org.mockito",
          "org.osgi",
          "org.postgresql",
          "org.quartz",
          "org.redisson",
          "org.slf4j",
          "org.springframework",
          "org.testng",
          "org.wildfly",
          "org.xnio",
          "play.api",
          "play.core",
          "reactor.core",
          "reactor.netty",
          "redis.clients",
          "retrofit2",
          "rx.internal",
          "scala",
          "software.amazon.awssdk",
          "weblogic",
          "zio");

  private LibraryFrames() {}

  /**
   * Names the library of a frame, such as {@code org.springframework}.
   *
   * @return null for a frame that may be the reader's own
   */
  static String of(String frame) {
    if (JdkClasses.isFrame(frame)) {
      return JDK;
    }
    String name = withoutModule(frame);
    for (String known : KNOWN) {
      if (name.startsWith(known) && name.startsWith(".", known.length())) {
        return known;
      }
    }
    return null;
  }

  /** Cuts off the names of loader and module, which end with a slash. */
  private static String withoutModule(String frame) {
    int parenthesis = frame.indexOf('(');
    int slash = frame.lastIndexOf('/', parenthesis < 0 ? frame.length() : parenthesis);
    return frame.substring(slash + 1);
  }

  /** Tells whether two frames have the first two segments of their packages in common. */
  static boolean sameOwner(String frame, String other) {
    return owner(frame).equals(owner(other));
  }

  private static String owner(String frame) {
    String name = withoutModule(frame);
    int first = name.indexOf('.');
    int second = name.indexOf('.', first + 1);
    return second < 0 ? name : name.substring(0, second);
  }
}
