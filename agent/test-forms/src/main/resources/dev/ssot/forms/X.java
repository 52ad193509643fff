package forms;

/** The target of all forms. */
public class X {
  /** Objects that are an X and nothing more: what is to be counted, in the program's own words. */
  public static int constructed;

  static final X INSTANCE = new X("instance");

  final String made;

  {
    constructed += getClass() == X.class ? 1 : 0;
  }

  public X() {
    this("none");
  }

  public X(String text) {
    super();
    made = text;
  }

  public X(X other) {
    made = "of " + other.made;
  }

  public X(int a, long b) {
    made = a + "," + b;
  }

  public X(long a, double b, X c) {
    String text;
    try {
      text = a + "," + b + "," + c.made;
    } catch (RuntimeException e) {
      text = "failed";
    }
    made = text;
  }

  public X(Object... all) {
    if (all.length > 3) {
      made = "many";
      return;
    }
    StringBuilder text = new StringBuilder("varargs");
    for (Object each : all) {
      text.append(' ').append(each);
    }
    made = text.toString();
  }

  /** Its argument constructs as well. */
  public X(boolean nested) {
    this(new X(String.valueOf(nested)));
  }

  private X(char secret) {
    made = "secret " + secret;
  }

  X(int a, int b, int c, int d, int e, int f) {
    made = "six " + (a + b + c + d + e + f);
  }

  public static X getInstance() {
    return INSTANCE;
  }

  /** Reaches the private constructor. */
  public static class Friend {
    public static X make(char c) {
      return new X(c);
    }
  }

  @Override
  public String toString() {
    return "X(" + made + ")";
  }
}
