package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.pattern.ClassPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One entry of {@code targets}: a class, or the classes that a pattern matches. */
public final class TargetOption {
  private final ClassPattern pattern;
  private final CanonicalOption canonical;
  private final Mode mode;
  private final Share share;

  TargetOption(ClassPattern pattern, CanonicalOption canonical, Mode mode, Share share) {
    this.share = share;
    this.pattern = pattern;
    this.canonical = canonical;
    this.mode = mode;
  }

  /** Returns the classes that are meant, perhaps a single one. */
  public ClassPattern pattern() {
    return pattern;
  }

  /** Returns where the canonical instance comes from; null if that of all targets holds. */
  public CanonicalOption canonical() {
    return canonical;
  }

  /** Returns the mode of the target; null if it has none of its own. */
  public Mode mode() {
    return mode;
  }

  /** Returns what its call sites share; null if that of all targets holds. */
  public Share share() {
    return share;
  }

  /** Returns the pattern as it was written. */
  @Override
  public String toString() {
    return pattern.toString();
  }

  /**
   * Reads class names, or objects with {@code class}, {@code canonical}, {@code mode} and {@code
   * share}. Whether a class can be a target (no enum, no interface) shows when it is loaded.
   */
  static final class ListType implements OptionType<List<TargetOption>> {
    private final CanonicalOption.Type canonicals = new CanonicalOption.Type();
    private final KeywordType<Mode> modes = KeywordType.of(Mode.values());
    private final KeywordType<Share> shares = KeywordType.of(Share.values());

    @Override
    public List<TargetOption> parse(RawValue value) throws OptionsException {
      List<TargetOption> targets = new ArrayList<>();
      for (RawValue item : value.items()) {
        targets.add(
            item.isObject() ? object(item) : new TargetOption(pattern(item), null, null, null));
      }
      if (targets.isEmpty()) {
        throw value.bad("name at least one class");
      }
      return Collections.unmodifiableList(targets);
    }

    private TargetOption object(RawValue item) throws OptionsException {
      Map<String, RawValue> fields = item.fields("class", "canonical", "mode", "share");
      RawValue name = fields.get("class");
      if (name == null) {
        throw item.bad("class is missing");
      }
      RawValue canonical = fields.get("canonical");
      RawValue mode = fields.get("mode");
      RawValue share = fields.get("share");
      return new TargetOption(
          pattern(name),
          canonical == null ? null : canonicals.parse(canonical),
          mode == null ? null : modes.parse(mode),
          share == null ? null : shares.parse(share));
    }

    private static ClassPattern pattern(RawValue item) throws OptionsException {
      String text = item.text();
      if (text.indexOf('#') >= 0) {
        throw item.bad("a target is a class; methods can be named in allow and groups only");
      }
      ClassPattern pattern;
      try {
        pattern = ClassPattern.of(text);
      } catch (IllegalArgumentException refused) {
        throw item.bad(refused.getMessage());
      }
      if (isWildcardsOnly(text)) {
        throw item.bad(
            "this names every class there is; name the one that should have one instance");
      }
      // valid, but the default package is seldom intended
      if (text.indexOf('.') < 0 && pattern.isExact()) {
        item.ignored(
            "names "
                + text
                + " without a package; write **."
                + text
                + " to find it in any package");
      }
      return pattern;
    }

    /**
     * Compares character by character, because {@code String.replace} compiles a regular expression
     * on Java 8.
     */
    private static boolean isWildcardsOnly(String pattern) {
      for (int i = 0; i < pattern.length(); i++) {
        if (pattern.charAt(i) != '*' && pattern.charAt(i) != '.') {
          return false;
        }
      }
      return true;
    }
  }
}
