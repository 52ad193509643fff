package forms;

import java.util.function.Supplier;

/** As {@link Forms}, with newer Java. */
public class Forms17 {
  public static void main(String[] args) throws Exception {
    for (Class<?> form : Forms17.class.getDeclaredClasses()) {
      if (Forms.Form.class.isAssignableFrom(form)) {
        Object result = ((Forms.Form) form.getDeclaredConstructor().newInstance()).run();
        System.out.println(form.getSimpleName() + " = " + result);
      }
    }
  }

  static class SwitchArgument implements Forms.Form {
    public Object run() {
      int day = Forms.seven();
      return new X(
          switch (day) {
            case 1 -> "one";
            case 7 -> "seven";
            default -> "other";
          });
    }
  }

  static class SwitchResult implements Forms.Form {
    public Object run() {
      return switch (Forms.seven()) {
        case 1 -> new X();
        case 7 -> {
          X x = new X("block");
          yield new X(x);
        }
        default -> throw new IllegalStateException();
      };
    }
  }

  static class Pattern implements Forms.Form {
    public Object run() {
      Object o = new X("pattern");
      return o instanceof X x && x.made.length() > 2 ? new X(x) : null;
    }
  }

  record Holder(X x) {
    Holder {
      x = x == null ? new X("compact") : x;
    }
  }

  static class RecordComponent implements Forms.Form {
    public Object run() {
      return new Holder(null).x() + " " + new Holder(new X()).x();
    }
  }

  static class Nestmate implements Forms.Form {
    static class Inner {
      private final Supplier<X> maker;

      private Inner(Supplier<X> maker) {
        this.maker = maker;
      }
    }

    public Object run() {
      return new Inner(X::new).maker.get().toString() + new Inner(() -> new X(1, 1)).maker.get();
    }
  }
}
