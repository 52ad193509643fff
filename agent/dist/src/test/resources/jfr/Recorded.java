package recorded;

import fixtures.life.Pool;
import java.nio.file.Paths;
import java.util.function.Supplier;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/** Starts a recording, and another, and constructs before, during and after the second. */
public final class Recorded {
  private static final Supplier<Pool> REFERENCE = Pool::new; // site: reference

  public static void main(String[] arguments) throws Exception {
    construct(3);
    try (Recording first = new Recording()) {
      first.start();
      while (arguments.length > 1 && !isKnown("ssot.Construction")) {
        Thread.sleep(20);
      }
    }
    construct(5);
    try (Recording second = new Recording()) {
      second.start();
      construct(70);
      second.stop();
      construct(11);
      second.dump(Paths.get(arguments[0]));
    }
    construct(13);
    System.out.println("done");
  }

  private static boolean isKnown(String event) {
    for (EventType type : FlightRecorder.getFlightRecorder().getEventTypes()) {
      if (type.getName().equals(event)) {
        return true;
      }
    }
    return false;
  }

  private static void construct(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      new Pool(); // site: new
      REFERENCE.get();
      Pool.class.getConstructor().newInstance(); // site: reflection
    }
  }
}
