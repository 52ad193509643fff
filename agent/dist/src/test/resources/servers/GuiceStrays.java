package guicestrays;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import javax.inject.Singleton;

/** Constructs what it should have injected. */
public final class GuiceStrays {
  static int made;

  public static void main(String[] arguments) {
    Pool early = stray();
    Injector injector = Guice.createInjector(new Pools());
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

final class Pools extends AbstractModule {
  @Provides
  @Singleton
  Pool pool() {
    return new Pool();
  }
}

final class Pool {
  Pool() {
    GuiceStrays.made++;
  }
}
