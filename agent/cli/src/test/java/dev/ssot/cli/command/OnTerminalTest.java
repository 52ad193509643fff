package dev.ssot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.jvm.TestProcesses;
import dev.ssot.cli.terminal.FakeTerminal;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Commands as somebody sees them who sits at a terminal; the agent is one of this JVM. */
final class OnTerminalTest {
  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final JavaProcess chat = TestProcesses.named("chat.jar", 999_999_999);
  private final FakeAgent agent = new FakeAgent();
  private ObjectName name;
  private JMXConnectorServer connector;
  private AgentConnection connection;

  @BeforeEach
  void connect() throws Exception {
    name = new ObjectName("dev.ssot:type=Agent");
    server.registerMBean(agent, name);
    connector =
        JMXConnectorServerFactory.newJMXConnectorServer(
            new JMXServiceURL("service:jmx:rmi://localhost"), null, server);
    connector.start();
    connection = AgentConnection.at(chat, connector.getAddress().toString());
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
    connector.stop();
    server.unregisterMBean(name);
  }

  @Test
  void a_count_of_the_heap_says_what_it_costs_and_asks() throws Exception {
    FakeTerminal no = FakeTerminal.typing("n\n");
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> new HeapCommand(no.terminal()).perform(chat, connection))
        .withMessage("nothing was counted");
    assertThat(no.err())
        .contains("a full garbage collection stops", " MB are used); go on? [y/N] ");
    assertThat(agent.counted).hasValue(0);

    FakeTerminal yes = FakeTerminal.typing("y\n");
    assertThat(new HeapCommand(yes.terminal()).perform(chat, connection)).isZero();
    assertThat(yes.out())
        .isEqualTo("acme.Pool: 48 in the heap, the agent knows 7, difference 41\n");
  }

  @Test
  void with_yes_and_in_a_script_nobody_is_asked() throws Exception {
    FakeTerminal terminal = FakeTerminal.typing("");
    HeapCommand sure = new HeapCommand(terminal.terminal());
    new CommandLine(sure).parseArgs("999999999", "--yes");
    FakeTerminal script = FakeTerminal.ofScript();

    sure.perform(chat, connection);
    new HeapCommand(script.terminal()).perform(chat, connection);

    assertThat(terminal.err() + script.err()).isEmpty();
    assertThat(agent.counted).hasValue(2);
  }

  @Test
  void a_switch_that_takes_long_shows_that_it_goes_on() throws Exception {
    agent.millis = 2_700; // the line comes after one second, or late
    FakeTerminal terminal = FakeTerminal.typing("");
    ModeSwitchCommand command = new ModeSwitchCommand(terminal.terminal());
    new CommandLine(command).parseArgs("999999999", "observe");

    assertThat(command.perform(chat, connection)).isZero();

    assertThat(terminal.err()).contains("switching … 1 s").endsWith("\r\u001b[K");
    assertThat(terminal.out()).isEqualTo("all is now observe\n");
  }
}
