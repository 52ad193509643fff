package dev.ssot.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.forms.ExpectedForms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form in which a compiler writes a construction, woven and run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FormsTest {
  private final ClassWeaver weaver = new ClassWeaver("forms/X"::equals);
  private List<Fixture> fixtures;

  @BeforeAll
  void compile(@TempDir Path work) throws Exception {
    TestDispatch.install();
    fixtures = Fixture.all(work);
  }

  @AfterEach
  void ask() throws Exception {
    TestDispatch.plain(0);
  }

  List<Fixture> fixtures() {
    return fixtures;
  }

  @Test
  void each_form_of_each_compiler_is_woven_as_the_table_says() throws Exception {
    var table = new FormTable();
    fixtures.forEach(fixture -> table.add(fixture, weaver));
    Files.writeString(Path.of("target/forms.txt"), table.toString());

    assertThat(table).hasToString(ExpectedForms.table());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void a_woven_program_prints_what_the_plain_one_prints(Fixture fixture) throws Exception {
    assertThat(fixture.woven(weaver).run()).isEqualTo(fixture.run()).contains("Plain = X(none)");
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void it_does_so_where_it_runs_the_plain_constructors(Fixture fixture) throws Exception {
    Recorded.take();
    TestDispatch.plain(TestDispatch.looked());

    assertThat(fixture.woven(weaver).run()).isEqualTo(fixture.run()).contains("Plain = X(none)");

    assertThat(Recorded.take())
        .anyMatch(event -> event.startsWith("constructed forms.X at"))
        .noneMatch(event -> event.startsWith("new "))
        .noneMatch(event -> event.startsWith("failed "));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void nothing_of_the_dispatch_fails(Fixture fixture) throws Exception {
    Recorded.take();
    fixture.woven(weaver).run();

    assertThat(Recorded.take())
        .anyMatch(event -> event.startsWith("new forms."))
        .noneMatch(event -> event.startsWith("failed"));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void what_is_woven_is_not_woven_again(Fixture fixture) {
    Fixture woven = fixture.woven(weaver);

    assertThat(woven.woven(weaver).classFiles()).containsExactlyEntriesOf(woven.classFiles());
  }
}
