package dev.ssot.bootstrap.start;

import static org.assertj.core.api.Assertions.assertThat;

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
}
