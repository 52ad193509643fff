package dev.ssot.cli.jvm;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM that was attached to. Nothing is ever tried twice. */
public final class AttachedJvm implements AutoCloseable {
  /** What {@code instrument} of the JDK answers, as older and newer JDKs tell it. */
  private static final Pattern CODE =
      Pattern.compile("^(?:Failed to load agent library: )?(?:return code: )?(\\d+)$");

  private static final String BAD_JAR = "Agent JAR not found or no Agent-Class attribute";

  private final JavaProcess process;

  /** The public class: the one of the object is hidden in its module. */
  private final Class<?> type;

  private final Object machine;

  private AttachedJvm(JavaProcess process, Class<?> type, Object machine) {
    this.process = process;
    this.type = type;
    this.machine = machine;
  }

  /**
   * Attaches to a JVM.
   *
   * @throws Failure that says what stands against it
   */
  public static AttachedJvm attach(JavaProcess process) throws Failure {
    AttachFailures.check(process);
    Class<?> type = AttachApi.virtualMachine();
    try {
      Object machine =
          type.getMethod("attach", String.class).invoke(null, Long.toString(process.pid()));
      return new AttachedJvm(process, type, machine);
    } catch (InvocationTargetException thrown) {
      throw AttachFailures.explain(process, thrown.getCause());
    } catch (ReflectiveOperationException unusable) {
      throw AttachFailures.explain(process, unusable);
    }
  }

  /**
   * Loads the agent.
   *
   * @param options {@code key=value,key=value}
   * @throws Failure if the JVM did not take it; what the agent made of its options is to be asked
   */
  public void loadAgent(Path jar, String options) throws Failure {
    AttachFailures.checkJar(process, jar);
    try {
      call("loadAgent", new Class<?>[] {String.class, String.class}, jar.toString(), options);
    } catch (InvocationTargetException thrown) {
      Throwable cause = thrown.getCause();
      String code = code(cause);
      if (!code.equals("0")) {
        throw code.isEmpty()
            ? AttachFailures.explain(process, cause)
            : AttachFailures.refusedJar(process, jar, code, cause);
      }
    } catch (ReflectiveOperationException unusable) {
      throw AttachFailures.explain(process, unusable);
    }
  }

  /**
   * Returns the code that a load ended with, {@code 0} for success, which JDKs of different
   * versions tell each other in places where they do not expect it; empty if there is none.
   */
  private static String code(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    Matcher matcher = CODE.matcher(message);
    if (matcher.find()) {
      return matcher.group(1);
    }
    if (message.startsWith(BAD_JAR)) {
      return "100";
    }
    if (thrown.getClass().getSimpleName().equals("AgentInitializationException")) {
      return "102";
    }
    // a JDK 8 that expects a number from a later JVM, which says "return code: 0"
    return thrown instanceof IOException && message.contains("Non-numeric value") ? "0" : "";
  }

  /**
   * Lets the JVM open its local connector, for this user alone, and returns the address.
   *
   * @throws Failure if it has no management agent
   */
  public String startLocalManagementAgent() throws Failure {
    try {
      return (String) call("startLocalManagementAgent", new Class<?>[0]);
    } catch (InvocationTargetException thrown) {
      throw noJmx(thrown.getCause());
    } catch (ReflectiveOperationException unusable) {
      throw AttachFailures.explain(process, unusable);
    }
  }

  private Failure noJmx(Throwable thrown) {
    return new Failure(
        Failure.AGENT_FAILED,
        process.name()
            + " cannot be asked over JMX ("
            + thrown
            + "); it may be a runtime image without the module jdk.management.agent. The agent's"
            + " options report and http do without",
        thrown);
  }

  private Object call(String method, Class<?>[] types, Object... arguments)
      throws ReflectiveOperationException {
    return type.getMethod(method, types).invoke(machine, arguments);
  }

  @Override
  public void close() {
    try {
      call("detach", new Class<?>[0]);
    } catch (ReflectiveOperationException gone) {
      return; // the process has ended
    }
  }
}
