package dev.ssot.cli.jvm;

import java.io.IOException;
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
  private final AttachProtocol machine;

  private AttachedJvm(JavaProcess process, AttachProtocol machine) {
    this.process = process;
    this.machine = machine;
  }

  /**
   * Attaches to a JVM.
   *
   * @throws Failure that says what stands against it
   */
  public static AttachedJvm attach(JavaProcess process) throws Failure {
    AttachFailures.check(process);
    Class<?> api = AttachApi.virtualMachine();
    if (api == null && !AttachSocket.isPossible()) {
      throw AttachFailures.noAttachApi();
    }
    if (api != null && AttachApi.staysInContainer() && process.isInOtherContainer()) {
      throw AttachFailures.otherContainer(process);
    }
    try {
      return new AttachedJvm(
          process,
          api == null ? AttachSocket.attach(process.pid()) : AttachApi.attach(api, process.pid()));
    } catch (Exception thrown) {
      throw AttachFailures.explain(process, thrown);
    }
  }

  /**
   * Loads the agent, from a copy of the jar if the JVM does not see ours. Of a load that fails no
   * copy stays.
   *
   * @param options {@code key=value,key=value}
   * @throws Failure if the JVM did not take it; what the agent made of its options is to be asked
   */
  public VisibleJar loadAgent(Path jar, String options) throws Failure {
    VisibleJar visible = VisibleJar.of(process, jar);
    try {
      machine.loadAgent(visible.path().toString(), options);
    } catch (Exception thrown) {
      String code = code(thrown);
      if (!code.equals("0")) {
        visible.remove();
        throw code.isEmpty()
            ? AttachFailures.explain(process, thrown)
            : AttachFailures.refusedJar(process, visible.path(), code, thrown);
      }
    }
    return visible;
  }

  /**
   * Returns the code that a load ended with, {@code 0} for success, which JDKs of different
   * versions tell each other in places where they do not expect it; empty if there is none.
   */
  private static String code(Exception thrown) {
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
    String address;
    try {
      address = machine.startLocalManagementAgent();
    } catch (Exception thrown) {
      throw AttachFailures.noJmx(process, thrown);
    }
    if (address == null) {
      throw AttachFailures.noJmx(process, null);
    }
    return address;
  }

  @Override
  public void close() {
    try {
      machine.close();
    } catch (Exception gone) {
      return; // the process has ended
    }
  }
}
