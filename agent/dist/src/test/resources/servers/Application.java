package logging;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs by SLF4J, and lives long enough for the agent to have its say. */
public final class Application {
  public static void main(String[] arguments) throws InterruptedException {
    Logger log = LoggerFactory.getLogger(Application.class);
    log.warn("the application's own words");
    Pool pool = new Pool();
    Thread.sleep(2500);
    System.out.println(pool != null);
  }
}

/** Has no logging library at all. */
final class Silent {
  public static void main(String[] arguments) {
    Pool pool = new Pool();
    System.out.println(pool != null ? "nothing but this" : "");
  }
}

final class Pool {}
