package dev.ssot.engine;

import dev.ssot.bootstrap.start.AgentEngine;
import dev.ssot.bootstrap.start.Library;
import dev.ssot.bootstrap.start.StartContext;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands in for the engine, under its name and in the agent's own loader. What a test wants of it
 * when it starts, when it publishes and when it ends is done by {@link StartContext#rereading},
 * which both of them see; {@link #toString} tells what it was told.
 */
public final class Engine implements AgentEngine {
  private final StartContext context;
  private final List<String> told = new ArrayList<>();

  public Engine(StartContext context) throws Exception {
    this.context = context;
    context.rereading.call();
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      java.security.ProtectionDomain domain,
      boolean loaded,
      byte[] classFile) {
    if (className.endsWith("Broken")) {
      throw new IllegalStateException("cannot weave " + className);
    }
    return ("woven " + className).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void unwoven(ClassLoader loader, String className) {
    told.add("could not weave " + className);
  }

  @Override
  public boolean weavesAlso(String className) {
    return className.endsWith("Inherited");
  }

  @Override
  public void libraryLoaded(Library library, ClassLoader loader) {
    told.add(library + (loader == null ? " of the JDK" : ""));
  }

  @Override
  public void startup() {
    told.add("started");
  }

  @Override
  public void publish() {
    try {
      context.rereading.call();
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void weaveLoaded(List<Class<?>> classes) {
    for (Class<?> type : classes) {
      try {
        context.instrumentation.retransformClasses(type);
      } catch (UnmodifiableClassException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  @Override
  public void shutdown() throws Exception {
    context.rereading.call();
  }

  @Override
  public String toString() {
    return told.toString();
  }
}
