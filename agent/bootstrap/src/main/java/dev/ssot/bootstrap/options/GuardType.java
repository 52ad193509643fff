package dev.ssot.bootstrap.options;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list of names of methods. */
final class GuardType implements OptionType<List<String>> {
  @Override
  public List<String> parse(RawValue value) throws OptionsException {
    if (value.is(Option.NONE)) {
      return Collections.emptyList();
    }
    List<String> methods = new ArrayList<>();
    for (RawValue item : value.items()) {
      methods.add(method(item));
    }
    return Collections.unmodifiableList(methods);
  }

  private static String method(RawValue item) throws OptionsException {
    String text = item.text();
    for (int i = 0; i < text.length(); i++) {
      boolean fits =
          i == 0
              ? Character.isJavaIdentifierStart(text.charAt(i))
              : Character.isJavaIdentifierPart(text.charAt(i));
      if (!fits) {
        throw item.bad("valid are names of methods, without parentheses, separated by ':'");
      }
    }
    return text;
  }
}
