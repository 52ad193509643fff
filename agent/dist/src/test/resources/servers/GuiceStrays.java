package guicestrays;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Scopes;
import javax.inject.Inject;

/** Constructs what it should have injected. */
public final class GuiceStrays {
  static int made;

  public static void main(String[] arguments) {
    Pool early = stray();
    Injector injector =
        Guice.createInjector(
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(Pool.class).in(Scopes.SINGLETON);
              }
            });
    Pool singleton = injector.getInstance(Pool.class);
    System.out.println("before " + (early == singleton));
    System.out.println("singleton " + (singleton == injector.getInstance(Pool.class)));
    System.out.println("after " + (stray() == singleton));
    System.out.println("made " + made);
  }

  private static Pool stray() {
    return new Pool();
  }
}

final class Pool {
  @Inject
  Pool() {
    GuiceStrays.made++;
  }
}
