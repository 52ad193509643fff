package dev.ssot.engine.transform;

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

  private final WeakIdentityMap<ClassLoader, ConcurrentMap<String, byte[]>> files =
      new WeakIdentityMap<>();

  private final AtomicLong size = new AtomicLong();

  /** Whether somebody has asked since the last round. */
  private volatile boolean asked;

  /** Returns the class files of a loader, which is asked for those that were not read lately. */
  ClassFiles of(ClassLoader loader) {
    return new ClassFiles() {
      private final ClassFiles resources = new LoaderClassFiles(loader);

      @Override
      public byte[] read(String internalName) {
        asked = true;
        ConcurrentMap<String, byte[]> recent = files.get(loader);
        byte[] known = recent == null ? null : recent.get(internalName);
        return known == null ? remember(internalName, resources.read(internalName)) : known;
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
