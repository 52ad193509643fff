package dev.ssot.bootstrap.start;

import dev.ssot.bootstrap.zone.Console;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers which libraries the application loaded before the engine was there. The engine cannot
 * look for them itself, as that would load them.
 */
final class LibraryWatch {
  /** Bounded, as an application server may have many copies. */
  private static final int LIMIT = 1_000;

  private final List<Sighting> sightings = new ArrayList<>();
  private boolean complained;

  /**
   * Tells the engine if the class is a library's, or remembers it.
   *
   * @param engine null until it is there
   */
  void loaded(ClassLoader loader, String className, AgentEngine engine) {
    Library library = Library.of(loader, className);
    if (library == null) {
      return;
    }
    synchronized (sightings) {
      if (engine != null) {
        engine.libraryLoaded(library, loader);
      } else if (sightings.size() < LIMIT) {
        sightings.add(new Sighting(library, loader));
      }
    }
  }

  /** Returns whether a running engine is to see the class file, which names no target. */
  static boolean isWoven(String className) {
    return className.equals(Library.MICROMETER.className());
  }

  /** Tells the engine what was loaded before it, unless the loader is gone. */
  void replayTo(AgentEngine engine) {
    synchronized (sightings) {
      for (Sighting sighting : sightings) {
        ClassLoader loader = sighting.loader == null ? null : sighting.loader.get();
        if (loader != null || sighting.loader == null) {
          engine.libraryLoaded(sighting.library, loader);
        }
      }
      sightings.clear();
    }
  }

  /** Reports a failure once, as a fault in the prefilter would repeat for every class. */
  void failed(String className, Throwable problem) {
    if (!complained) {
      complained = true;
      Console.line("left " + className + " as it is (" + problem + ")");
    }
  }

  /** A library in a loader, the loader weakly held; a null reference is the boot loader. */
  private static final class Sighting {
    final Library library;
    final WeakReference<ClassLoader> loader;

    Sighting(Library library, ClassLoader loader) {
      this.library = library;
      this.loader = loader == null ? null : new WeakReference<>(loader);
    }
  }
}
