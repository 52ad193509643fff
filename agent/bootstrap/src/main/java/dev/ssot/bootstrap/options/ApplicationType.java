package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.pattern.ClassPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list of {@link ClassPattern}s; empty for {@code auto}. */
final class ApplicationType implements OptionType<List<ClassPattern>> {
  @Override
  public List<ClassPattern> parse(RawValue value) throws OptionsException {
    if (value.is("auto")) {
      return Collections.emptyList();
    }
    List<ClassPattern> patterns = new ArrayList<>();
    for (RawValue item : value.items()) {
      patterns.add(pattern(item));
    }
    return Collections.unmodifiableList(patterns);
  }

  private static ClassPattern pattern(RawValue item) throws OptionsException {
    try {
      return ClassPattern.of(item.text());
    } catch (IllegalArgumentException refused) {
      throw item.bad(refused.getMessage());
    }
  }
}
