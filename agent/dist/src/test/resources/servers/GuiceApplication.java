package guices;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Scopes;
import javax.inject.Inject;

/** A singleton, and a class that every injection makes anew. */
public final class GuiceApplication {
  public static void main(String[] arguments) {
    Injector injector =
        Guice.createInjector(
            new AbstractModule() {
              @Override
              protected void configure() {
                bind(Shared.class).in(Scopes.SINGLETON);
              }
            });
    Each first = injector.getInstance(Each.class);
    Each second = injector.getInstance(Each.class);
    System.out.println(first != second && first.shared == second.shared);
  }
}

/** Private to its package, with a private constructor: reflection is the only way in. */
final class Shared {
  @Inject
  private Shared() {}
}

final class Each {
  final Shared shared;

  @Inject
  Each(Shared shared) {
    this.shared = shared;
  }
}
