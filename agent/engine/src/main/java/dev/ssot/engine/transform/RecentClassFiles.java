package dev.ssot.engine.transform;

import dev.ssot.bootstrap.pattern.JdkClasses;
import dev.ssot.engine.ledger.WeakIdentityMap;
import dev.ssot.engine.thread.Chore;
import dev.ssot.engine.weave.site.ClassFiles;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The class files that were read lately, as all classes of a library ask for the same superclasses
 * while it loads. They are forgotten once nobody has asked for a while.
 */
final class RecentClassFiles implements Chore {
  /** In bytes, for all loaders. Beyond it, all are forgotten. */
  private static final long BOUND = 8L << 20;

  private static final ClassLoader JDK = JdkClasses.platformLoader();

  private final WeakIdentityMap<ClassLoader, ConcurrentMap<String, byte[]>> files =
      new WeakIdentityMap<>();

  private final ReaderThreads readers;
  private final ClassFiles jdk = files(JDK);
  private final AtomicLong size = new AtomicLong();

  /** Whether somebody has asked since the last round. */
  private volatile boolean asked;

  /**
   * @param readers ask loaders of the application
   */
  RecentClassFiles(ReaderThreads readers) {
    this.readers = readers;
  }

  /** Returns the class files of a loader, which is asked for those that were not read lately. */
  ClassFiles of(ClassLoader loader) {
    ClassFiles resources = files(loader);
    return new ClassFiles() {
      @Override
      public byte[] read(String internalName) {
        // no loader of the application defines it, so none is asked
        return loader != JDK && internalName.startsWith("java/")
            ? jdk.read(internalName)
            : resources.read(internalName);
      }
    };
  }

  private ClassFiles files(ClassLoader loader) {
    return new ClassFiles() {
      private final ClassFiles resources = new LoaderClassFiles(loader);

      @Override
      public byte[] read(String internalName) {
        asked = true;
        ConcurrentMap<String, byte[]> recent = files.get(loader);
        byte[] known = recent == null ? null : recent.get(internalName);
        return known == null
            ? remember(internalName, readers.read(resources, loader, internalName))
            : known;
      }

      private byte[] remember(String internalName, byte[] classFile) {
        if (classFile != null && hasRoom(classFile.length)) {
          files.getOrPut(loader, new ConcurrentHashMap<>()).put(internalName, classFile);
        }
        return classFile;
      }
    };
  }

  private boolean hasRoom(int length) {
    boolean room = size.addAndGet(length) <= BOUND;
    if (!room) {
      forget();
    }
    return room;
  }

  private void forget() {
    files.clear();
    size.set(0);
  }

  @Override
  public void perform(long now) {
    if (!asked && size.get() > 0) {
      forget();
    }
    asked = false;
  }
}
