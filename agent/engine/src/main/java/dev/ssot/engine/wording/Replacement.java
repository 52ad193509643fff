package dev.ssot.engine.wording;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What to write in the source instead of a construction, which depends on its kind. */
public final class Replacement {
  private static final String CALL = "()";

  private final TargetSnapshot target;
  private final String expression;
  private final String name;

  public Replacement(TargetSnapshot target) {
    this.target = target;
    this.expression = target.canonical.replacement;
    this.name = ClassNames.simple(target.className).replace('$', '.');
  }

  /**
   * Says {@code instead of new X(): X.getInstance(); instead of X::new: X::getInstance}, for each
   * kind of construction that is to be fixed.
   *
   * @return null if that is not known
   */
  public String byConstruction() {
    List<String> parts = new ArrayList<>();
    for (Kind kind : kinds()) {
      parts.add("instead of " + construction(kind) + ": " + of(kind));
    }
    return expression == null ? null : String.join("; ", parts);
  }

  /**
   * Says {@code X.getInstance() instead of new X(), X::getInstance instead of X::new}, for each
   * kind of construction that is to be fixed.
   *
   * @return null if that is not known
   */
  public String sentence() {
    List<String> parts = new ArrayList<>();
    for (Kind kind : kinds()) {
      parts.add(of(kind) + " instead of " + construction(kind));
    }
    return expression == null ? null : String.join(", ", parts);
  }

  /** Returns the kinds of the sites to fix; without such a site the plain one stands for all. */
  public Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (SiteSnapshot site : target.sites) {
      if (!site.allowed && site.kind != Kind.UNATTRIBUTED) {
        kinds.add(site.kind);
      }
    }
    if (kinds.isEmpty()) {
      kinds.add(Kind.NEW);
    }
    return kinds;
  }

  /** Names a construction as the source has it. */
  public String construction(Kind kind) {
    switch (kind) {
      case METHOD_REFERENCE:
        return name + "::new";
      case REFLECTION:
        return "the call by reflection";
      case METHOD_HANDLE:
        return "the call by a method handle";
      case DESERIALIZATION:
        return "the object that is read";
      default:
        return "new " + name + "()";
    }
  }

  /** Returns what to write instead of a construction of that kind; null if that is not known. */
  public String of(Kind kind) {
    if (expression == null || kind != Kind.METHOD_REFERENCE) {
      return expression;
    }
    if (!expression.endsWith(CALL)) {
      return "() -> " + expression;
    }
    String method = expression.substring(0, expression.length() - CALL.length());
    int dot = method.lastIndexOf('.');
    return method.substring(0, dot) + "::" + method.substring(dot + 1);
  }
}
