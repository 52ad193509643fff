package dev.ssot.engine.weave.corpus;

import java.util.function.UnaryOperator;

/** Links the classes of a corpus, as they are or changed, and verifies them; initialises none. */
final class LinkingLoader extends ClassLoader {
  private final Corpus corpus;
  private final UnaryOperator<byte[]> change;

  /**
   * Creates a loader below the JDK's, without the class path, as the corpus may contain classes of
   * that.
   */
  LinkingLoader(Corpus corpus, UnaryOperator<byte[]> change) {
    super(getSystemClassLoader().getParent());
    this.corpus = corpus;
    this.change = change;
  }

  /** Returns what is wrong with the class; "" if nothing is. */
  String problem(String internalName) {
    try {
      // HotSpot links a class before it lists its constructors.
      Object[] linked = loadClass(internalName.replace('/', '.')).getDeclaredConstructors();
      return linked == null ? "no constructors" : "";
    } catch (LinkageError | ClassNotFoundException e) {
      return e.toString();
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = corpus.classFile(name.replace('.', '/'));
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] changed = change.apply(classFile);
    return defineClass(name, changed, 0, changed.length);
  }
}
