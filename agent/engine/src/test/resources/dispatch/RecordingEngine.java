package dispatch;

import dev.ssot.engine.weave.Recorded;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Constructs as the application would have, and records it. Compiled by the test against the
 * dispatch class, which no source of a newer Java may name.
 */
public final class RecordingEngine extends SsotDispatch {
  public static void about(String event) {
    mark(ELSEWHERE);
    Recorded.add(event);
  }

  @Override
  protected MethodHandle constructor(
      MethodHandles.Lookup caller, MethodType type, String descriptor) throws Throwable {
    ClassLoader loader = caller.lookupClass().getClassLoader();
    return caller.findConstructor(
        type.returnType(), MethodType.fromMethodDescriptorString(descriptor, loader));
  }

  @Override
  protected CallSite linkConstruction(
      MethodHandles.Lookup caller, MethodHandle constructor, MethodType type, Object[] facts)
      throws Throwable {
    MethodHandle about =
        MethodHandles.lookup()
            .findStatic(
                RecordingEngine.class, "about", MethodType.methodType(void.class, String.class))
            .bindTo("new " + caller.lookupClass().getName() + told(facts, 2));
    return new ConstantCallSite(MethodHandles.foldArguments(constructor.asType(type), about));
  }

  @Override
  protected CallSite linkReference(
      MethodHandles.Lookup caller, String name, MethodType type, Object[] arguments, Object[] facts)
      throws Throwable {
    Recorded.add("reference " + caller.lookupClass().getName() + told(facts, arguments.length));
    return metafactory(caller, name, type, arguments);
  }

  @Override
  protected void unaccounted(Object made, String target) {
    Recorded.add("unaccounted " + made.getClass().getName() + " by " + target);
  }

  @Override
  protected void constructed(Object made, int site) {
    Recorded.add("constructed " + made.getClass().getName() + " at " + site);
  }

  @Override
  protected void failedAt(int site) {
    Recorded.add("failed at " + site);
  }

  @Override
  protected void unaccountedFailed(Class<?> target) {
    Recorded.add("unaccounted failed " + (target == null ? "" : target.getName()));
  }

  @Override
  protected void notice(Object registry) {
    Recorded.add("noticed " + registry.getClass().getName());
  }

  @Override
  protected void write(Object value, String member) {
    Recorded.add("written " + value.getClass().getName() + " " + member);
  }

  @Override
  protected void endWrite(String member) {
    Recorded.add("returned " + member);
  }

  @Override
  protected void learn(Object value, String member) {
    Recorded.add("learned " + value.getClass().getName() + " " + member);
  }

  @Override
  protected void leave(String member) {
    Recorded.add("leaving " + member + " " + SsotDispatch.mayBeInProvider());
  }

  @Override
  protected boolean guards(Object instance, String method) {
    Recorded.add("guarded " + instance.getClass().getName() + "." + method);
    return Recorded.isShared();
  }

  @Override
  protected Object[] beforeCall(int site, Class<?> caller) {
    return Recorded.beforeCall(site);
  }

  @Override
  protected void afterCall(Object result, Object[] asked, int site) {
    Recorded.afterCall(result, site);
  }

  @Override
  protected void failed(Throwable problem) {
    Recorded.add("failed " + problem);
  }

  private static String told(Object[] facts, int from) {
    return "#" + facts[from] + facts[from + 1] + "[" + facts[from + 2] + "] "
        + facts[from + 3] + ":" + facts[from + 4] + " " + facts[from + 5];
  }
}
