package dev.ssot.engine.place;

import java.util.Arrays;

/**
 * What a woven instruction tells of its place: the last {@link SsotDispatch#FACTS} of its bootstrap
 * arguments. The weaver writes them and the dispatch reads them by this class only. The calling
 * class is not among them, because a bootstrap method gets it anyway.
 */
public final class SiteFacts {
  private final String method;
  private final String descriptor;
  private final int ordinal;
  private final String file;
  private final int line;
  private final int callLine;

  /**
   * @param ordinal of the construction within the method
   * @param file "" if unknown
   * @param line of the {@code new}; -1 if unknown
   * @param callLine of the constructor call, as stacks show it; -1 if unknown
   */
  public SiteFacts(
      String method, String descriptor, int ordinal, String file, int line, int callLine) {
    this.method = method;
    this.descriptor = descriptor;
    this.ordinal = ordinal;
    this.file = file;
    this.line = line;
    this.callLine = callLine;
  }

  /** Reads the facts behind the other arguments of a bootstrap method. */
  public static SiteFacts in(Object[] bootstrapArguments) {
    int next = bootstrapArguments.length - SsotDispatch.FACTS;
    return new SiteFacts(
        (String) bootstrapArguments[next++],
        (String) bootstrapArguments[next++],
        (Integer) bootstrapArguments[next++],
        (String) bootstrapArguments[next++],
        (Integer) bootstrapArguments[next++],
        (Integer) bootstrapArguments[next]);
  }

  /** Returns those arguments of a bootstrap method, followed by the facts. */
  public Object[] behind(Object... arguments) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + SsotDispatch.FACTS);
    int next = arguments.length;
    all[next++] = method;
    all[next++] = descriptor;
    all[next++] = ordinal;
    all[next++] = file;
    all[next++] = line;
    all[next] = callLine;
    return all;
  }

  /**
   * Returns the location that the facts describe.
   *
   * @param caller binary name
   */
  public Location location(String caller, Kind kind) {
    return Location.woven(caller, method, descriptor, ordinal, file, line, kind);
  }

  public String method() {
    return method;
  }

  public String descriptor() {
    return descriptor;
  }

  public int ordinal() {
    return ordinal;
  }

  /** Returns the name of the source file; "" if unknown. */
  public String file() {
    return file;
  }

  /** Returns the line of the {@code new}; -1 if unknown. */
  public int line() {
    return line;
  }

  /** Returns the line of the constructor call, as stacks show it; -1 if it is unknown. */
  public int callLine() {
    return callLine;
  }
}
