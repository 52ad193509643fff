package app;

import java.util.function.Supplier;
import lib.Client;

/**
 * Calls of factories. What becomes of each line is behind it: each call of it is shared, or none is
 * for that reason.
 */
public class Calls {
  static String changing = "a";
  final int port = Integer.parseInt("1");
  final Client kept = Client.create(); // shared

  Calls() {}

  Calls(Object any) {}

  static class Sub extends Calls {
    Sub() {
      super(Client.create()); // shared
    }
  }

  interface Role {
    default Client own() {
      return Client.create("role"); // shared
    }

    static Client of() {
      return Client.Made.of("role"); // shared
    }
  }

  static Client plain() {
    return Client.create(); // shared
  }

  static Client text() {
    return Client.create("a" + 1); // shared
  }

  static Client boxed() {
    return Client.create(7); // shared
  }

  static Client many() {
    return Client.wide(1L, 2.0, "a", 3, 4L); // shared
  }

  static Client built() {
    return Client.builder().port(1).build(); // shared
  }

  static Client local() {
    Client.Builder builder = Client.builder();
    builder.port(1);
    return builder.build(); // shared
  }

  static Client cast() {
    return Client.builder().port(2).buildAny(); // shared
  }

  static Client nested() {
    return Client.create(new Object[] {"a"}); // shared
  }

  static Client lambda() {
    Supplier<Client> supplier = () -> Client.create(); // shared
    return supplier.get();
  }

  static Client resource() {
    try (Client client = Client.create()) { // shared
      return client;
    }
  }

  static Client caught(boolean fails) {
    try {
      if (fails) {
        throw new IllegalStateException();
      }
      return Client.create("try"); // shared
    } catch (IllegalStateException e) {
      return Client.create("catch"); // shared
    } finally {
      Client.create("finally"); // shared
    }
  }

  static Client chosen(int n) {
    switch (n) {
      case 0:
        return Client.create("zero"); // shared
      default:
        return n > 0 ? Client.create() : Client.create(); // shared
    }
  }

  static Client locked(Object lock) {
    synchronized (lock) {
      return Client.create(); // shared
    }
  }

  static void looped() {
    for (int i = 0; i < 3; i++) {
      Client.create(); // shared
    }
  }

  static Client parameter(String text) {
    return Client.create(text); // arguments
  }

  static Client wideParameter(long size) {
    return Client.wide(size, 1.0); // arguments
  }

  Client field() {
    return Client.builder().port(port).build(); // arguments
  }

  static Client staticField() {
    return Client.create(changing); // arguments
  }

  static Client condition(boolean flag) {
    return Client.create(flag ? "a" : "b"); // arguments
  }

  static Client configured(boolean flag) {
    Client.Builder builder = Client.builder();
    if (flag) {
      builder.port(1);
    }
    return builder.build(); // arguments
  }

  static Client captured(int n) {
    Supplier<Client> supplier = () -> Client.create(n); // arguments
    return supplier.get();
  }

  static void counted() {
    for (int i = 0; i < 3; i++) {
      Client.create(i); // arguments
    }
  }

  static Client time() {
    return Client.create(System.nanoTime()); // arguments
  }

  public static void main(String[] none) {
    for (int i = 0; i < 3; i++) {
      new Sub();
      Role role = new Role() {};
      role.own();
      Role.of();
      plain();
      text();
      boxed();
      many();
      built();
      local();
      cast();
      nested();
      lambda();
      resource();
      caught(true);
      caught(false);
      chosen(0);
      chosen(1);
      chosen(-1);
      locked(none);
      looped();
      parameter("a");
      wideParameter(i);
      new Calls("").field();
      staticField();
      condition(i > 0);
      configured(i > 0);
      captured(i);
      counted();
      time();
    }
  }
}
