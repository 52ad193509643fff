package mocks;

import java.io.Serializable;
import org.mockito.MockMakers;
import org.mockito.Mockito;
import org.objenesis.ObjenesisSerializer;
import org.objenesis.ObjenesisStd;
import org.objenesis.instantiator.basic.AccessibleInstantiator;
import org.objenesis.instantiator.basic.ObjectInputStreamInstantiator;

/** Libraries that make objects for themselves, beside code that shares its one instance. */
public final class MocksApplication {
  public static void main(String[] arguments) throws Exception {
    Shared.pool();
    say("application", new Pool());
    say("reflection", Pool.class.getConstructor().newInstance());
    Pool mock = Mockito.mock(Pool.class, Mockito.withSettings().mockMaker(MockMakers.INLINE));
    say("mock", mock);
    say("standard", new ObjenesisStd().newInstance(Pool.class));
    say("serializer", new ObjenesisSerializer().newInstance(Pool.class));
    say("constructor", new AccessibleInstantiator<>(Pool.class).newInstance());
    say("read", new ObjectInputStreamInstantiator<>(Pool.class).newInstance());
    System.out.println("a mock for everybody " + Mockito.mockingDetails(Shared.pool()).isMock());
    System.out.println("answers " + Shared.pool().answer());
  }

  private static void say(String way, Pool made) {
    System.out.println(way + " " + (made == Shared.pool() ? "shared" : "of its own"));
  }
}

/** Has the one instance; no mocking of the pool reaches it. */
final class Shared {
  private static final Pool POOL = new Pool();

  private Shared() {}

  static Pool pool() {
    return POOL;
  }
}

/** Has nothing that could be read or configured. */
class Pool implements Serializable {
  private static final long serialVersionUID = 1;

  public Pool() {}

  String answer() {
    return "for real";
  }
}
