package dev.ssot.cli.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder stands for the root of another container. */
final class VisibleJarTest {
  private static final JavaProcess CHAT = new JavaProcess(7, "chat.jar", "", "");

  @TempDir private Path temp;
  private Path jar;
  private Path root;

  @BeforeEach
  void two_file_systems() throws Exception {
    jar = Files.writeString(temp.toRealPath().resolve("ssot-agent.jar"), "the jar");
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-------"));
    root = Files.createDirectory(temp.toRealPath().resolve("root"));
  }

  @Test
  void a_process_with_our_files_loads_our_jar() throws Exception {
    VisibleJar visible = VisibleJar.in(new TargetRoot(Path.of("/")), CHAT, jar);

    assertThat(visible.path()).isEqualTo(jar);
    assertThat(visible.note()).isNull();
    visible.remove();
    assertThat(jar).exists();
  }

  /** A volume that both containers mount. */
  @Test
  void a_jar_that_another_container_sees_at_the_same_path_is_not_copied() throws Exception {
    Path same = root.resolve("." + jar);
    Files.createDirectories(same.getParent());
    Files.createLink(same, jar);

    assertThat(in(root, CHAT).path()).isEqualTo(jar);
  }

  @Test
  void another_container_gets_a_copy_that_everybody_may_read_under_its_own_path() throws Exception {
    Path folder = ownFolder("tmp");

    VisibleJar visible = in(root, CHAT);

    List<Path> copies = list(folder);
    assertThat(copies).hasSize(1);
    Path copy = copies.get(0);
    assertThat(visible.path()).isEqualTo(Path.of("/tmp", copy.getFileName().toString()));
    assertThat(copy.getFileName().toString()).matches("ssot-agent-\\d+\\.jar");
    assertThat(copy).hasSameBinaryContentAs(jar);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-r--r--");
    assertThat(visible.note()).contains("its " + visible.path(), "from here " + copy);

    visible.remove();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void the_copy_of_an_earlier_attach_is_taken_again_and_stays() throws Exception {
    Path folder = ownFolder("tmp");
    Path first = in(root, CHAT).path();

    VisibleJar second = in(root, CHAT);

    assertThat(second.path()).isEqualTo(first);
    assertThat(second.note()).contains("a copy from an earlier attach, its " + first);
    second.remove();
    assertThat(list(folder)).hasSize(1);
  }

  @Test
  void a_file_of_the_same_size_with_other_bytes_is_no_copy() throws Exception {
    ownFolder("tmp");
    Path other = other("rw-r--r--");
    Files.writeString(other, "the jaR");

    assertThat(in(root, CHAT).path()).isNotEqualTo(there(other));
  }

  /** The process could load something else than what was compared. */
  @ParameterizedTest
  @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-", "rw-------"})
  void a_copy_that_others_may_change_or_the_process_may_not_read_is_not_taken(String permissions)
      throws Exception {
    ownFolder("tmp");
    Path other = other(permissions);

    assertThat(in(root, CHAT).path()).isNotEqualTo(there(other));
  }

  @Test
  void in_a_folder_where_others_may_replace_it_no_copy_is_taken() throws Exception {
    Path folder = ownFolder("tmp");
    Path other = other("rw-r--r--");
    assertThat(in(root, CHAT).path()).isEqualTo(there(other));

    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(in(root, CHAT).path()).isNotEqualTo(there(other));

    Files.setAttribute(folder, "unix:mode", 01777); // as /tmp has it
    assertThat(list(folder)).contains(root.resolve("." + in(root, CHAT).path()).normalize());
    assertThat(list(folder)).hasSize(2);
  }

  @Test
  void where_others_may_replace_the_folder_itself_no_copy_is_taken() throws Exception {
    Path folder = ownFolder("work/tmp");
    Path other = folder.resolve("ssot-agent-1.jar");
    Files.copy(jar, other);
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));
    EarlierCopy search =
        new EarlierCopy(jar, List.of((Integer) Files.getAttribute(other, "unix:uid")));
    assertThat(search.in(root, folder, "ssot-agent-", ".jar")).isEqualTo(other);

    Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwxrwxr-x"));
    assertThat(search.in(root, folder, "ssot-agent-", ".jar")).isNull();
  }

  @Test
  void a_link_is_no_copy() throws Exception {
    ownFolder("tmp");
    Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
    Path link = Files.createSymbolicLink(root.resolve("tmp/ssot-agent-1.jar"), jar);

    assertThat(in(root, CHAT).path()).isNotEqualTo(there(link));
  }

  @Test
  void a_copy_that_belongs_to_somebody_else_is_not_taken() throws Exception {
    Path other = ownFolder("tmp").resolve("ssot-agent-1.jar");
    Files.copy(jar, other);
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-r--r--"));
    int owner = (Integer) Files.getAttribute(other, "unix:uid");

    assertThat(
            new EarlierCopy(jar, List.of(owner)).in(root, other.getParent(), "ssot-agent-", ".jar"))
        .isEqualTo(other);
    assertThat(
            new EarlierCopy(jar, List.of(owner + 1)).in(root, other.getParent(), "ssot-", ".jar"))
        .isNull();
  }

  /** That of an older agent, say. */
  @Test
  void another_file_at_the_same_path_is_not_taken_for_our_jar() throws Exception {
    Path other = root.resolve("." + jar);
    Files.createDirectories(other.getParent());
    Files.writeString(other, "another");
    ownFolder("tmp");

    assertThat(in(root, CHAT).path()).isNotEqualTo(jar).hasParentRaw(Path.of("/tmp"));
  }

  @Test
  void where_tmp_is_not_to_be_written_the_folder_of_the_process_is_taken() throws Exception {
    Path folder = ownFolder("work/temporary");
    JavaProcess moved =
        new JavaProcess(7, "chat.jar", "", "-Djava.io.tmpdir=/work/temporary -Xmx1g");

    assertThat(in(root, moved).path()).hasParentRaw(Path.of("/work/temporary"));
    assertThat(list(folder)).hasSize(1);
  }

  /** It would lead into our own file system: as root, to a place of the process's choice. */
  @Test
  void nothing_is_written_behind_a_link() throws Exception {
    Path ours = Files.createDirectory(temp.resolve("ours"));
    Files.createSymbolicLink(root.resolve("tmp"), ours);

    assertThatExceptionOfType(Failure.class).isThrownBy(() -> in(root, CHAT));
    assertThat(ours).isEmptyDirectory();
  }

  @Test
  void without_a_place_for_the_copy_it_is_said_what_was_tried_and_what_is_needed() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> in(root, CHAT))
        .withMessageContaining("chat.jar (7) runs in another container, which has no file " + jar)
        .withMessageContaining(root.resolve("tmp") + " is no folder")
        .withMessageContaining("a /tmp that can be written")
        .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(Failure.NO_PROCESS));
  }

  @Test
  void files_that_may_not_be_looked_at_are_not_guessed_about() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> in(temp.resolve("closed"), CHAT))
        .withMessageContaining("chat.jar (7) keeps its files closed (/proc/7/root)");
  }

  @Test
  void a_copy_that_fails_leaves_nothing() throws Exception {
    Path folder = ownFolder("tmp");
    Path missing = temp.toRealPath().resolve("missing.jar");

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> VisibleJar.in(new TargetRoot(root), CHAT, missing));
    assertThat(folder).isEmptyDirectory();
  }

  private Path other(String permissions) throws Exception {
    Path other = Files.copy(jar, root.resolve("tmp/ssot-agent-1.jar"));
    Files.setPosixFilePermissions(other, PosixFilePermissions.fromString(permissions));
    return other;
  }

  private Path there(Path file) {
    return new TargetRoot(root).there(file);
  }

  private VisibleJar in(Path place, JavaProcess process) throws Failure {
    return VisibleJar.in(new TargetRoot(place), process, jar);
  }

  private static List<Path> list(Path folder) throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Makes a folder to which nobody else can write, whatever the process lets others do. */
  private Path ownFolder(String name) throws Exception {
    Path folder = Files.createDirectories(root.resolve(name));
    for (Path each = folder; !each.equals(root); each = each.getParent()) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return folder;
  }
}
