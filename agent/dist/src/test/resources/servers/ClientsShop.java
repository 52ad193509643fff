package shop;

import jakarta.xml.bind.annotation.XmlRootElement;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.logging.Logger;
import javax.management.ObjectName;

/**
 * Has three classes make two of each library that its arguments name, keeps them, and asks each of
 * them something.
 */
public final class Shop {
  private Shop() {}

  public static void main(String[] libraries) throws Exception {
    Maker[] makers = {new Basket(), new Invoice(), new Orders()};
    List<Object> kept = new ArrayList<>();
    Customer customer = new Customer();
    for (String library : libraries) {
      List<String> answers = new ArrayList<>();
      for (Maker maker : makers) {
        for (int i = 0; i < 2; i++) {
          Object made = maker.make(library);
          answers.add(customer.ask(library, made));
          kept.add(made);
        }
      }
      System.out.println(library + " answered " + answers);
    }
    System.out.println("made " + kept.size());
    System.out.println(histogram());
    Runtime.getRuntime().exit(kept.isEmpty() ? 1 : 0); // clients have threads that nobody here ends
  }

  /** Counts the instances of all classes, as {@code jmap -histo:live} does. */
  private static Object histogram() throws Exception {
    return ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "gcClassHistogram",
            new Object[] {null},
            new String[] {String[].class.getName()});
  }

  /** Connects to nothing. */
  public static final class NoDriver implements Driver {
    public Connection connect(String url, Properties info) {
      return null;
    }

    public boolean acceptsURL(String url) {
      return url.startsWith("jdbc:none:");
    }

    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
      return new DriverPropertyInfo[0];
    }

    public int getMajorVersion() {
      return 1;
    }

    public int getMinorVersion() {
      return 0;
    }

    public boolean jdbcCompliant() {
      return false;
    }

    public Logger getParentLogger() {
      return null;
    }
  }
}

interface Maker {
  Object make(String library) throws Exception;
}

@XmlRootElement
class Order {
  public String number;
}
