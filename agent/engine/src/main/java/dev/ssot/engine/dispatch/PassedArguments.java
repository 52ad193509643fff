package dev.ssot.engine.dispatch;

import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.place.Passed;
import dev.ssot.engine.redirect.Redirects;
import dev.ssot.engine.weave.ParameterNames;
import java.lang.invoke.MethodType;
import java.util.List;

/** What a woven call passes to the constructor, apart from the markers that compilers add. */
final class PassedArguments {
  private PassedArguments() {}

  /**
   * Notes at a site that is linked which arguments it passes.
   *
   * @param descriptor of the constructor
   * @param constructor its type, with classes that may differ from those that the descriptor names
   * @return {@code VALUES} if it passes any
   */
  static Passed note(String descriptor, MethodType constructor, Site site) {
    site.markLinked();
    boolean passing = false;
    List<String> names = ParameterNames.of(descriptor);
    for (int i = 0; i < names.size(); i++) {
      if (!ParameterNames.isCompilerMarker(names.get(i))) {
        Redirects.noteArgument(site, constructor.parameterType(i));
        passing = true;
      }
    }
    return passing ? Passed.VALUES : Passed.NOTHING;
  }

  /** Tells whether a constructor of that descriptor takes any. */
  static boolean areIn(String descriptor) {
    for (String name : ParameterNames.of(descriptor)) {
      if (!ParameterNames.isCompilerMarker(name)) {
        return true;
      }
    }
    return false;
  }
}
