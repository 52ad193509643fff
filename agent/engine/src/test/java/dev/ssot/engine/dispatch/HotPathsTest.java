package dev.ssot.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

final class HotPathsTest {
  private static final List<String> PACKAGES =
      List.of(
          "application",
          "attribution",
          "canonical",
          "dispatch",
          "guard",
          "ledger",
          "place",
          "policy",
          "redirect",
          "stack");

  @Test
  void every_class_with_an_initialiser_that_the_application_runs_is_initialised_before()
      throws Exception {
    Path engine =
        Path.of(HotPaths.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("dev/ssot/engine");
    List<String> initialised = new ArrayList<>();
    for (String each : PACKAGES) {
      try (Stream<Path> files = Files.list(engine.resolve(each))) {
        files
            .filter(HotPathsTest::hasInitialiser)
            .map(file -> each + "." + file.getFileName().toString().replace(".class", ""))
            .forEach(initialised::add);
      }
    }
    initialised.remove("dispatch.HotPaths");

    assertThat(HotPaths.CLASSES)
        .as("the list HotPaths.CLASSES, to which a class with a static initialiser has to be added")
        .containsExactlyInAnyOrderElementsOf(initialised);
  }

  private static boolean hasInitialiser(Path file) {
    boolean[] found = {false};
    ClassVisitor search =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            found[0] |= name.equals("<clinit>");
            return null;
          }
        };
    try {
      new ClassReader(Files.readAllBytes(file)).accept(search, ClassReader.SKIP_CODE);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return found[0];
  }
}
