package scripts;

import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;

/** Lets scripts construct; says how many of the objects are the shared one. */
public final class ScriptsApplication {
  private ScriptsApplication() {}

  /** With an argument, waits between two runs of one script until a new call gets the instance. */
  public static void main(String[] arguments) throws Exception {
    ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");
    engine.put("shared", Pool.shared());
    engine.put(ScriptEngine.FILENAME, "plain.js"); // tells the classes of scripts apart
    CompiledScript script = ((Compilable) engine).compile(loop("new Pool()"));
    System.out.println("plain " + number(script.eval()));
    engine.put(ScriptEngine.FILENAME, "argument.js");
    System.out.println("argument " + number(engine.eval(loop("new Pool('red')"))));
    engine.put(ScriptEngine.FILENAME, "function.js");
    System.out.println("function " + number(engine.eval(function())));
    if (arguments.length > 0) {
      System.out.println("waiting");
      while (make() != Pool.shared()) {
        Thread.sleep(10);
      }
      System.out.println("again " + number(script.eval()));
      engine.put(ScriptEngine.FILENAME, "anew.js");
      System.out.println("anew " + number(engine.eval(loop("new Pool()"))));
    }
  }

  /** Engines answer now an integer, now a double. */
  private static int number(Object answer) {
    return ((Number) answer).intValue();
  }

  private static Pool make() {
    return new Pool();
  }

  private static String loop(String made) {
    return "var Pool = Java.type('scripts.ScriptsApplication$Pool'); var same = 0;"
        + " for (var i = 0; i < 3; i++) { if ("
        + made
        + " === shared) same++; } same";
  }

  private static String function() {
    return "var Pool = Java.type('scripts.ScriptsApplication$Pool'); function make() { return new Pool(); }"
        + " (make() === shared ? 1 : 0) + (make() === shared ? 1 : 0)";
  }

  /** Public, as scripts see no other. */
  public static final class Pool {
    private static final Pool SHARED = new Pool();

    public Pool() {}

    public Pool(String name) {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("no name");
      }
    }

    public static Pool shared() {
      return SHARED;
    }
  }
}
