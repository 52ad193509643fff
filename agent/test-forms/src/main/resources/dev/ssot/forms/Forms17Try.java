package forms;

/** As {@link Forms17}, for javac alone: ecj 3.43 emits invalid frames for these. */
public class Forms17Try {
  public static void main(String[] args) throws Exception {
    for (Class<?> form : Forms17Try.class.getDeclaredClasses()) {
      if (Forms.Form.class.isAssignableFrom(form)) {
        Object result = ((Forms.Form) form.getDeclaredConstructor().newInstance()).run();
        System.out.println(form.getSimpleName() + " = " + result);
      }
    }
  }

  static class TryArgument implements Forms.Form {
    public Object run() {
      return "before"
          + new X(
              switch (Forms.seven()) {
                case 7 -> {
                  try {
                    yield "" + Forms.failing();
                  } catch (IllegalStateException e) {
                    yield "caught";
                  }
                }
                default -> "other";
              });
    }
  }

  static class TryArgumentNested implements Forms.Form {
    public Object run() {
      int after = 1;
      X x =
          new X(
              new X(
                  switch (Forms.seven()) {
                    case 7 -> {
                      try {
                        yield new X(new X(Forms.failing(), 1L));
                      } catch (IllegalStateException e) {
                        yield new X("caught");
                      } finally {
                        after++;
                      }
                    }
                    default -> new X();
                  }));
      for (int i = 0; i < 2; i++) {
        x = new X(x);
      }
      return x + " " + after;
    }
  }
}
