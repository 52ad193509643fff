package forms;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Every nested class is a form of its own; what it returns is printed. */
public class Forms {
  public static void main(String[] args) throws Exception {
    for (Class<?> form : Forms.class.getDeclaredClasses()) {
      if (Form.class.isAssignableFrom(form) && form != Form.class) {
        Object result = ((Form) form.getDeclaredConstructor().newInstance()).run();
        System.out.println(form.getSimpleName() + " = " + result);
      }
    }
  }

  interface Form {
    Object run() throws Exception;
  }

  static int seven() {
    return 7;
  }

  static int failing() {
    throw new IllegalStateException("argument");
  }

  static class Plain implements Form {
    public Object run() {
      return new X();
    }
  }

  static class Statement implements Form {
    public Object run() {
      new X();
      new X(1, 2L);
      return "nothing";
    }
  }

  static class Nested implements Form {
    public Object run() {
      return new X(new X(new X("inner")));
    }
  }

  static class LongAndDouble implements Form {
    public Object run() {
      long a = 5;
      double b = 2.5;
      return new X(a, b, new X()) + " " + a + b;
    }
  }

  static class Varargs implements Form {
    public Object run() {
      return new X(1, "two", 3L) + " " + new X(1, 2, 3, 4);
    }
  }

  static class Ternary implements Form {
    public Object run() {
      boolean even = seven() % 2 == 0;
      X x = even ? new X("even") : new X("odd");
      return x + " " + new X(even ? "yes" : "no") + new X(even ? new X("a") : new X("b"));
    }
  }

  static class Loop implements Form {
    public Object run() {
      List<X> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(new X(i, i));
        if (i == 1) {
          continue;
        }
        do {
          all.add(new X());
        } while (all.size() < 3);
      }
      return all;
    }
  }

  static class Finally implements Form {
    public Object run() {
      X x = null;
      try {
        x = new X("try");
        throw new IllegalStateException();
      } catch (IllegalStateException e) {
        x = new X(x);
      } finally {
        x = new X(x);
      }
      return x;
    }
  }

  static class Throwing implements Form {
    public Object run() {
      try {
        return new X(failing(), 1L);
      } catch (IllegalStateException e) {
        return e.getMessage();
      }
    }
  }

  static class Synchronised implements Form {
    public Object run() {
      synchronized (this) {
        synchronized (new X("lock")) {
          return new X("guarded");
        }
      }
    }
  }

  static class PrivateConstructor implements Form {
    public Object run() {
      return X.Friend.make('s');
    }
  }

  static class Local implements Form {
    public Object run() {
      X a = new X();
      X b = a;
      X c = a = new X(b);
      return "" + a + b + c;
    }
  }

  static class Compound implements Form {
    X[] array = new X[2];
    int index;

    public Object run() {
      array[index++] = new X("first");
      array[index] = array[0] == null ? null : new X(array[0]);
      return array[0].toString() + array[1] + new X(index++, index--);
    }
  }

  static class FieldInitialiser implements Form {
    X x = new X("field");

    public Object run() {
      return x;
    }
  }

  static class StaticInitialiser implements Form {
    static X x = new X("static");
    static X y;

    static {
      y = new X(x);
    }

    public Object run() {
      return y;
    }
  }

  static class SuperArgument extends X implements Form {
    public SuperArgument() {
      super(new X("argument"));
    }

    public Object run() {
      return this;
    }
  }

  static class ThisArgument implements Form {
    final Object held;

    public ThisArgument() {
      this(new X("held"));
    }

    ThisArgument(X x) {
      held = x;
    }

    public Object run() {
      return held;
    }
  }

  static class ThisOfTarget implements Form {
    public Object run() {
      return new X(true);
    }
  }

  static class LambdaBody implements Form {
    public Object run() {
      Supplier<X> supplier = () -> new X(new X("lambda"));
      return supplier.get();
    }
  }

  static class DefaultMethod implements Form {
    interface Maker {
      default X make() {
        return new X("default");
      }

      static X of() {
        return new X("interface");
      }
    }

    public Object run() {
      return new Maker() {}.make().toString() + Maker.of();
    }
  }

  static class Arrays implements Form {
    public Object run() {
      IntFunction<X[]> maker = X[]::new;
      return new X[3].length + new X[2][1].length + maker.apply(2).length;
    }
  }

  static class AnonymousSubclass implements Form {
    public Object run() {
      X x =
          new X("base") {
            @Override
            public String toString() {
              return "anonymous " + made;
            }
          };
      return x;
    }
  }

  static class Reference implements Form {
    public Object run() {
      Supplier<X> supplier = X::new;
      return supplier.get();
    }
  }

  static class ReferenceFunction implements Form {
    public Object run() {
      Function<String, X> function = X::new;
      return function.apply("function");
    }
  }

  static class ReferencePrimitive implements Form {
    interface Maker {
      X make(int a, long b);
    }

    public Object run() {
      Maker maker = X::new;
      return maker.make(1, 2);
    }
  }

  static class ReferenceGeneric implements Form {
    interface Maker<A, R> {
      R make(A a);
    }

    interface StringMaker<R> extends Maker<String, R> {
      R make(String a);
    }

    public Object run() {
      StringMaker<X> maker = X::new;
      return ((Maker<String, X>) maker).make("generic");
    }
  }

  static class ReferenceVarargs implements Form {
    interface Maker {
      X make(Integer a, Integer b);
    }

    public Object run() {
      Maker maker = X::new;
      return maker.make(1, 2);
    }
  }

  static class ReferenceMarker implements Form {
    interface Marker {}

    public Object run() {
      Supplier<X> supplier = (Supplier<X> & Marker) X::new;
      return supplier.get() + " " + (supplier instanceof Marker);
    }
  }

  static class ReferenceSerializable implements Form {
    public Object run() {
      Supplier<X> supplier = (Supplier<X> & Serializable) X::new;
      return supplier.get();
    }
  }

  static class ReferenceManyArguments implements Form {
    interface Maker {
      X make(int a, int b, int c, int d, int e, int f);
    }

    public Object run() {
      Maker maker = X::new;
      return maker.make(1, 2, 3, 4, 5, 6);
    }
  }

  static class Reflection implements Form {
    public Object run() throws Exception {
      Callable<X> maker = () -> X.class.getConstructor(X.class).newInstance(X.getInstance());
      return maker.call();
    }
  }
}
