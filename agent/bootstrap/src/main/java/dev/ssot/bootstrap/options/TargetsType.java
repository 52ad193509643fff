package dev.ssot.bootstrap.options;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Class names, or objects with {@code class}, {@code canonical} and {@code mode}. Whether a class
 * can be a target (no enum, no interface) shows when it is loaded.
 */
final class TargetsType implements OptionType<List<TargetOption>> {
  private final CanonicalType canonicals = new CanonicalType();
  private final ModeType modes = new ModeType();

  @Override
  public List<TargetOption> parse(Setting setting) throws OptionsException {
    List<TargetOption> targets = new ArrayList<TargetOption>();
    for (Setting item : setting.items()) {
      targets.add(item.isObject() ? object(item) : new TargetOption(pattern(item), null, null));
    }
    if (targets.isEmpty()) {
      throw setting.bad("name at least one class");
    }
    return Collections.unmodifiableList(targets);
  }

  private TargetOption object(Setting item) throws OptionsException {
    Map<String, Setting> fields = item.fields("class", "canonical", "mode");
    Setting name = fields.get("class");
    if (name == null) {
      throw item.bad("class is missing");
    }
    Setting canonical = fields.get("canonical");
    Setting mode = fields.get("mode");
    return new TargetOption(
        pattern(name),
        canonical == null ? null : canonicals.parse(canonical),
        mode == null ? null : modes.parse(mode));
  }

  /** Kept as text: the prefilter compiles it in the form that class files need. */
  private static String pattern(Setting item) throws OptionsException {
    String text = item.text();
    if (text.indexOf('#') >= 0) {
      throw item.bad("a target is a class; methods can be named in allow and groups only");
    }
    try {
      ClassNames.checkPattern(text);
    } catch (IllegalArgumentException refused) {
      throw item.bad(refused.getMessage());
    }
    if (isWildcardsOnly(text)) {
      throw item.bad("this names every class there is; name the one that should have one instance");
    }
    // valid, but the default package is seldom what is meant
    if (text.indexOf('.') < 0 && text.indexOf('*') < 0) {
      item.ignored(
          "names " + text + " without a package; write **." + text + " to find it in any package");
    }
    return text;
  }

  /** By hand: {@code String.replace} compiles a regular expression on Java 8. */
  private static boolean isWildcardsOnly(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != '*' && pattern.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }
}
