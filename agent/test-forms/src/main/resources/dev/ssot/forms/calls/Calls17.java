package app;

import lib.Client;

/** Calls of factories in code that older Java cannot write. */
public class Calls17 {
  record Pair(Client one, Object other) {
    Pair(Object other) {
      this(Client.create(), other); // shared
    }
  }

  static Client chosen(String text) {
    return switch (text) {
      case "a" -> Client.create("a"); // shared
      case "b" -> {
        try {
          yield Client.create(Integer.parseInt(text)); // none
        } catch (NumberFormatException e) {
          yield Client.create("caught"); // shared
        }
      }
      default -> Client.create(text); // arguments
    };
  }

  static Client given(int n) {
    return Client.create(switch (n) { case 0 -> "a"; default -> "b"; }); // arguments
  }

  static Client matched(Object any) {
    return any instanceof String text ? Client.create(text) : null; // arguments
  }

  static Client concatenated(int n) {
    return Client.create("a" + n); // arguments
  }

  static Client constant() {
    var text = "a";
    var number = 1L;
    return Client.create(text + number); // shared
  }

  public static void main(String[] none) {
    for (int i = 0; i < 3; i++) {
      new Pair("");
      chosen("a");
      chosen("b");
      chosen("c");
      given(i);
      matched("a");
      concatenated(i);
      constant();
    }
  }
}
