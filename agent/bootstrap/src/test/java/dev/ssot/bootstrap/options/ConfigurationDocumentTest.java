package dev.ssot.bootstrap.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ConfigurationDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "configuration.md");
  private static final String WRITE = "ssot.docs.write";

  @Test
  void the_configuration_document_is_current() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(DOCUMENT, ConfigurationDocument.generate());
    }

    assertThat(DOCUMENT)
        .as("stale; run: mvn -pl agent/bootstrap test -D%s=true", WRITE)
        .hasContent(ConfigurationDocument.generate());
  }

  @Test
  void its_file_works_as_printed() throws OptionsException {
    var options = Sources.none().withFile(yaml()).read();

    assertThat(options.notes()).isEmpty();
    assertThat(options.targets())
        .hasToString("[com.acme.redis.RedisManager, com.acme.search.SearchClient]");
    assertThat(options.targets().get(1).mode()).isEqualTo(Mode.OFF);
    assertThat(options.groupOf("com.acme.agents.Registry", "start"))
        .hasToString("P1 WebSocket core");
    assertThat(options.groupOf("com.acme.redis.PoolTest", "run"))
        .hasToString("P4 test infrastructure");
    assertThat(options.report().path()).isEqualTo("/var/log/ssot.json");
    assertThat(options.reportEvery()).hasSeconds(60);
  }

  @Test
  void its_arguments_work_as_printed() throws OptionsException {
    var arguments = Pattern.compile("-javaagent:ssot-agent\\.jar=([^ `\\n]+)");
    var found = arguments.matcher(ConfigurationDocument.generate());
    int count = 0;
    while (found.find()) {
      assertThat(Sources.read(found.group(1)).notes()).as(found.group(1)).isEmpty();
      count++;
    }

    assertThat(count).isEqualTo(3);
  }

  @SuppressWarnings("unchecked") // the document starts with a map
  private static Map<String, Object> yaml() {
    var document = ConfigurationDocument.generate();
    int start = document.indexOf("```yaml") + "```yaml".length();
    var text = document.substring(start, document.indexOf("```", start));
    return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }
}
