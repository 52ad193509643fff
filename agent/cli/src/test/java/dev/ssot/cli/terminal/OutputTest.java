package dev.ssot.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutputTest {
  @Test
  void columns_are_as_wide_as_they_need_to_be() {
    List<String> lines =
        new Table(true, false, false).add("PID", "MAIN", "X").add("7", "a", "").lines();

    assertThat(lines).containsExactly("PID  MAIN  X", "  7  a");
  }

  @Test
  void json_keeps_types_and_escapes_names() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("a\"b", Arrays.asList(1L, true, null, "x\n"));

    assertThat(Json.of(object)).isEqualTo("{\"a\\\"b\":[1,true,null,\"x\\n\"]}");
  }
}
