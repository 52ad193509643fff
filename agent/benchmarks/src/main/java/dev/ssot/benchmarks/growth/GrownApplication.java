package dev.ssot.benchmarks.growth;

import dev.ssot.benchmarks.written.JavaSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes and compiles an application of thousands of small classes. Each is constructed at two call
 * sites, all of them in a loop. The classes are in packages, so that a pattern makes 1, 10, 100,
 * 1,000 or all of them targets.
 */
final class GrownApplication {
  /** How many classes the first package has, the first two together, and so on. */
  static final List<Integer> SIZES = List.of(1, 10, 100, 1_000, 5_000);

  /** How often each call site constructs. */
  static final int TIMES = 100;

  static final int SITES = 2;

  private static final String TARGET =
      """
      package grown.p%1$d;

      public final class T%2$d {
        private final Object of;

        public T%2$d(Object of) {
          this.of = of;
        }
      }
      """;

  private static final String CALLER =
      """
      package grown;

      public final class Caller%1$d implements Runnable {
        public static final Runnable CALLER = new Caller%1$d();
        public Object last;

        public void run() {
          for (int i = 0; i < %2$d; i++) {
            last = new grown.p%3$d.T%1$d(this);
            last = new grown.p%3$d.T%1$d(null);
          }
        }
      }
      """;

  private static final String MAIN =
      """
      package grown;

      public final class Main {
        public static void main(String[] arguments) throws Exception {
          for (int i = 0; i < %1$d; i++) {
            ((Runnable) Class.forName("grown.Caller" + i).getField("CALLER").get(null)).run();
          }
          System.gc();
          System.gc();
          Runtime jvm = Runtime.getRuntime();
          System.out.println("heap " + (jvm.totalMemory() - jvm.freeMemory()));
        }
      }
      """;

  private static final String OTHER =
      """
      package grown.others;

      public class Other%1$d {
        private String text = "other %1$d";

        public String call(Object of) {
          return of == null ? new StringBuilder(text).append(%1$d).toString() : of.toString();
        }
      }
      """;

  private static final String BUSY =
      """
      package grown;

      public final class Busy {
        public static void main(String[] arguments) throws Exception {
          for (int i = 0; i < %1$d; i++) {
            Class.forName("grown.others.Other" + i);
          }
          Runnable[] callers = new Runnable[%2$d];
          for (int i = 0; i < callers.length; i++) {
            callers[i] = (Runnable) Class.forName("grown.Caller" + i).getField("CALLER").get(null);
            callers[i].run();
          }
          System.out.println("loaded "
              + java.lang.management.ManagementFactory.getClassLoadingMXBean()
                  .getLoadedClassCount());
          while (true) {
            for (Runnable caller : callers) {
              caller.run();
            }
            Thread.sleep(10);
          }
        }
      }
      """;

  /** As many as make twenty thousand, with the others and those of the JDK. */
  private static final int OTHERS = 9_500;

  private GrownApplication() {}

  /**
   * Writes the classes.
   *
   * @return the directory of the class files
   */
  static Path write(Path directory) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes"));
    JavaSources sources = new JavaSources(directory);
    int last = SIZES.get(SIZES.size() - 1);
    for (int i = 0; i < last; i++) {
      int packageNumber = packageOf(i);
      sources.add("T" + i, TARGET.formatted(packageNumber, i));
      sources.add("Caller" + i, CALLER.formatted(i, TIMES, packageNumber));
    }
    sources.add("Main", MAIN.formatted(last)).compile(classes);
    return classes;
  }

  /** Writes the same and other classes, and a program that loads all and goes on constructing. */
  static void writeWithOthers(Path directory) throws IOException {
    Path classes = write(directory);
    JavaSources sources = new JavaSources(directory);
    for (int i = 0; i < OTHERS; i++) {
      sources.add("Other" + i, OTHER.formatted(i));
    }
    int last = SIZES.get(SIZES.size() - 1);
    sources.add("Busy", BUSY.formatted(OTHERS, last)).compile(classes);
  }

  /** Returns the patterns by which so many of its classes are targets. */
  static String targets(int size) {
    StringBuilder targets = new StringBuilder();
    for (int i = 0; i <= SIZES.indexOf(size); i++) {
      targets.append(i == 0 ? "" : ":").append("grown.p").append(i).append(".*");
    }
    return targets.toString();
  }

  private static int packageOf(int number) {
    int packageNumber = 0;
    while (number >= SIZES.get(packageNumber)) {
      packageNumber++;
    }
    return packageNumber;
  }
}
