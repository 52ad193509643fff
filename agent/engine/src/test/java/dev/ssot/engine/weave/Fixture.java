package dev.ssot.engine.weave;

import dev.ssot.forms.CompiledForms;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The forms of constructions, as one compiler writes them.
 *
 * @param classFiles by internal name, with the target {@code forms/X}
 * @param mains binary names of what to run
 */
record Fixture(String compiler, Map<String, byte[]> classFiles, List<String> mains) {
  static List<Fixture> all(Path work) {
    return CompiledForms.all(work).stream().map(Fixture::of).toList();
  }

  static Fixture of(CompiledForms forms) {
    return new Fixture(forms.compiler(), forms.classFiles(), forms.programs());
  }

  /** The same, with what the weaver changed. */
  Fixture woven(ClassWeaver weaver) {
    var woven = new TreeMap<>(classFiles);
    woven.replaceAll((name, classFile) -> Fixture.changed(weaver.weave(classFile), classFile));
    return new Fixture(compiler, woven, mains);
  }

  /** The same, as class files of an older version, as far as they could be. */
  Fixture aged(int version) {
    var aged = new TreeMap<>(classFiles);
    aged.replaceAll((name, classFile) -> Aging.age(classFile, version));
    return new Fixture(compiler, aged, mains);
  }

  /** What its programs print. */
  String run() throws Exception {
    var printed = new StringBuilder();
    for (String main : mains) {
      printed.append(new DefiningLoader(Fixture.class.getClassLoader(), classFiles).run(main));
    }
    return printed.toString();
  }

  @Override
  public String toString() {
    return compiler;
  }

  private static byte[] changed(WeaveResult result, byte[] plain) {
    if (result.problem() != null) {
      throw new AssertionError(result.problem());
    }
    return result.classFile() == null ? plain : result.classFile();
  }
}
