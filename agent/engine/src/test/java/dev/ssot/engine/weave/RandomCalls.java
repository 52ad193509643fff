package dev.ssot.engine.weave;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a program that calls factories in ways that nobody has thought of: among branches, loops,
 * handlers and casts, in arguments of each other, with constants and with what differs each time.
 * It prints all that it was handed out.
 */
final class RandomCalls {
  private static final int METHODS = 30;

  private final Random random;
  private final StringBuilder source = new StringBuilder();
  private final List<String> objects = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();
  private final List<String> builders = new ArrayList<>();
  private int names;

  private RandomCalls(long seed) {
    random = new Random(seed);
  }

  /** Writes the source of {@code app.Uses}, which uses {@code lib.Client}. */
  static String source(long seed) {
    return new RandomCalls(seed).program();
  }

  private String program() {
    source.append("package app;\nimport java.util.*;\nimport java.util.function.*;\n");
    source.append("import lib.Client;\n\npublic class Uses {\n");
    source.append("  static int changing;\n");
    source.append("  static void out(Object any) { System.out.println(any); }\n");
    source.append("  static <T> T passed(T any) { changing++; return any; }\n");
    for (int i = 0; i < METHODS; i++) {
      method(i);
    }
    source.append("  public static void main(String[] none) {\n");
    source.append("    for (int k = 0; k < 4; k++) {\n");
    for (int i = 0; i < METHODS; i++) {
      source.append("      m" + i + "(k, \"s\" + k, k % 2 == 0);\n");
    }
    return source.append("    }\n  }\n}\n").toString();
  }

  private void method(int number) {
    objects.clear();
    numbers.clear();
    builders.clear();
    objects.add("s");
    numbers.add("n");
    source.append("  static void m" + number + "(int n, String s, boolean flag) {\n");
    block(4 + random.nextInt(4), 3);
    source.append("  }\n");
  }

  /** Writes statements, and forgets the variables that they have declared. */
  private void block(int statements, int depth) {
    int[] known = {objects.size(), numbers.size(), builders.size()};
    for (int i = 0; i < statements; i++) {
      statement(depth);
    }
    objects.subList(known[0], objects.size()).clear();
    numbers.subList(known[1], numbers.size()).clear();
    builders.subList(known[2], builders.size()).clear();
  }

  private void statement(int depth) {
    switch (random.nextInt(depth > 0 ? 13 : 7)) {
      case 0 -> objects.add(declared("Object", object(2)));
      case 1 -> numbers.add(declared("int", number(2)));
      case 2 -> builders.add(declared("Client.Builder", "Client.builder()"));
      case 3 -> line(builder() + ".with(" + object(1) + ");");
      case 4 -> line("changing += " + number(1) + ";");
      case 5, 6 -> line("out(" + client(2) + ");");
      case 7 -> nested("if (" + condition() + ")", depth, random.nextBoolean() ? "else" : null);
      case 8 -> loop(depth);
      case 9 -> attempt(depth);
      case 10 -> choice(depth);
      case 11 -> nested("synchronized (s)", depth, null);
      default -> line("out(((Supplier<Object>) () -> " + constantOrParameter() + ").get());");
    }
  }

  private String declared(String type, String value) {
    String name = "v" + names++;
    line(type + " " + name + " = " + value + ";");
    return name;
  }

  private void nested(String head, int depth, String otherwise) {
    line(head + " {");
    block(1 + random.nextInt(3), depth - 1);
    if (otherwise != null) {
      line("} " + otherwise + " {");
      block(1 + random.nextInt(2), depth - 1);
    }
    line("}");
  }

  private void loop(int depth) {
    String name = "i" + names++;
    line("for (int " + name + " = 0; " + name + " < 2; " + name + "++) {");
    numbers.add(name);
    block(1 + random.nextInt(3), depth - 1);
    numbers.remove(name);
    line("}");
  }

  private void attempt(int depth) {
    line("try {");
    block(1 + random.nextInt(2), depth - 1);
    if (random.nextBoolean()) {
      line("if (" + condition() + ") { out(Client.fails(" + object(1) + ")); }");
    }
    String thrown = "e" + names++;
    line("} catch (IllegalStateException " + thrown + ") {");
    line("out(Client.create(" + thrown + ".getMessage()));");
    block(1, depth - 1);
    if (random.nextBoolean()) {
      line("} finally {");
      block(1, depth - 1);
    }
    line("}");
  }

  private void choice(int depth) {
    line("switch (" + number(1) + " % 3) {");
    line("case 0: {");
    block(1, depth - 1);
    line(random.nextBoolean() ? "break; }" : "}");
    line("default: {");
    block(1, depth - 1);
    line("} }");
  }

  private String client(int depth) {
    return switch (random.nextInt(8)) {
      case 0 -> "Client.create()";
      case 1, 2 -> "Client.create(" + object(depth - 1) + ")";
      case 3 -> "Client.wide(" + number(1) + ", 2.0, " + number(1) + ", 3L, " + object(0) + ")";
      case 4 -> builder() + ".with(" + object(depth - 1) + ").build()";
      case 5 -> "((Client) " + builder() + ".buildAny())";
      case 6 -> "Client.many(" + object(depth - 1) + ", " + object(0) + ")";
      default -> "Client.Made.of(" + object(depth - 1) + ")";
    };
  }

  private String builder() {
    return builders.isEmpty() || random.nextBoolean() ? "Client.builder()" : any(builders);
  }

  private String object(int depth) {
    if (depth <= 0) {
      return constantOrVariable();
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> client(depth);
      case 3 -> "(" + condition() + " ? " + object(depth - 1) + " : " + object(depth - 1) + ")";
      case 4 -> "new Object[] {" + object(depth - 1) + ", " + object(0) + "}";
      case 5 -> "Arrays.asList(" + text() + ", " + text() + ")";
      case 6 -> "(\"a\" + " + number(1) + ")";
      case 7 -> "passed(" + object(depth - 1) + ")";
      case 8 -> "Integer.valueOf(" + number(1) + ")";
      case 9 -> "new StringBuilder(\"b\").append(" + text() + ").toString()";
      case 10 -> "String.valueOf((Object) " + text() + ").concat(\"c\")";
      default -> constantOrVariable();
    };
  }

  /** Writes what has the same text each time, unlike an array. */
  private String text() {
    return random.nextBoolean() ? "s" : random.nextBoolean() ? number(0) : client(0);
  }

  private String constantOrVariable() {
    return switch (random.nextInt(5)) {
      case 0, 1 -> "\"c" + random.nextInt(3) + "\"";
      case 2 -> number(0);
      default -> any(objects);
    };
  }

  private String constantOrParameter() {
    String passed = random.nextBoolean() ? "\"c\"" : random.nextBoolean() ? "s" : "n";
    return random.nextBoolean() ? "Client.create()" : "Client.create(" + passed + ")";
  }

  private String number(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 3)) {
      case 0 -> "" + random.nextInt(9);
      case 1, 2 -> any(numbers);
      case 3 -> "(" + number(0) + " + " + number(0) + ")";
      case 4 -> "changing";
      default -> "(int) (" + number(0) + " * 1.5)";
    };
  }

  private String condition() {
    return random.nextBoolean() ? "flag" : number(0) + " % 2 == 0";
  }

  private String any(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private void line(String text) {
    source.append("    ").append(text).append('\n');
  }
}
