package dev.ssot.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JdkToolTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sun.tools.jcmd.JCmd 1 help",
        "com.sun.tools.javac.Main -version",
        "sun.security.tools.keytool.Main -list",
        "jdk.jfr.internal.tool.Main print a.jfr"
      })
  void a_tool_of_8_is_known_by_its_main_class(String command) {
    assertThat(JdkTool.isTool(null, command)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "jdk.jcmd,     jdk.jcmd/sun.tools.jps.Jps",
    "java.base,    java.base/sun.security.tools.keytool.Main",
    "jdk.compiler, jdk.compiler/com.sun.tools.javac.Main Shop.java"
  })
  void a_younger_tool_is_known_by_its_module(String module, String command) {
    assertThat(JdkTool.isTool(module, command)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    ",             com.acme.Main sun.tools.jcmd.JCmd",
    ",             /srv/app.jar --port 80",
    ",             com.sunny.tools.Main",
    "com.acme.app, com.acme.app/com.acme.Main",
    "jdk.compiler, jdk.compiler/com.sun.tools.javac.launcher.Main Shop.java"
  })
  void an_application_is_no_tool(String module, String command) {
    assertThat(JdkTool.isTool(module, command)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ssot-agent.jar report a.json,         ssot-agent.jar",
    "/opt/my.jars/ssot-agent.jar,          /opt/my.jars/ssot-agent.jar",
    "my tools/ssot-agent.jar report,       my tools/ssot-agent.jar",
    "/opt/ssot-agent.jar report ssot-agent.jar, /opt/ssot-agent.jar:/srv/ssot-agent.jar"
  })
  void the_own_command_line_is_known_by_its_jar(String command, String classPath) {
    assertThat(isCommandLine(command, classPath)).isTrue();
  }

  /** Of a program, that is: what it is told says nothing of what it is. */
  @ParameterizedTest
  @CsvSource({
    "com.acme.Main lib/ssot-agent.jar,        classes",
    "com.acme.Main lib/ssot-agent.jar,        lib/ssot-agent.jar",
    "com.acme.Main ssot-agent.jar,            ssot-agent.jar:classes",
    "/srv/app.jar --agent=lib/ssot-agent.jar, /srv/app.jar",
    "/srv/app.jar lib/ssot-agent.jar,         /srv/app.jar:/opt/ssot-agent.jar",
    "/srv/ssot-agent.jar.d/app ssot-agent.jar, /srv/ssot-agent.jar.d/app"
  })
  void an_argument_that_names_the_jar_makes_no_command_line(String command, String classPath) {
    assertThat(isCommandLine(command, classPath)).isFalse();
  }

  private static boolean isCommandLine(String command, String classPath) {
    return JdkTool.isCommandLine(
        "ssot-agent.jar", command, classPath.replace(':', File.pathSeparatorChar));
  }
}
