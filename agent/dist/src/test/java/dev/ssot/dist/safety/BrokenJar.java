package dev.ssot.dist.safety;

import static java.util.stream.Collectors.toCollection;

import dev.ssot.dist.PackagedJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Copies of the packaged jar in which something is broken on purpose. */
final class BrokenJar {
  private static final String REACHED = "reached ";
  private static final int WITHOUT_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  private BrokenJar() {}

  /** Without packages. */
  static String simpleName(String className) {
    return className.substring(className.lastIndexOf('/') + 1);
  }

  /** All methods of a class that have code, constructors and initialisers among them. */
  static List<Fault> methods(String className, byte[] classFile) {
    List<Fault> methods = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                if ((access & WITHOUT_CODE) == 0) {
                  methods.add(new Fault(className, name, descriptor));
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return methods;
  }

  /**
   * A jar that says on stderr, in a line with its name, that a method of the classes is reached.
   */
  static void tracing(Path jar, Set<String> classNames) {
    edit(
        jar,
        classNames,
        (name, entry) -> Files.write(entry, tracing(name, Files.readAllBytes(entry))));
  }

  /** The methods that such a line names, in the order of the lines. */
  static Set<Fault> reached(String stderr) {
    return stderr
        .lines()
        .filter(line -> line.startsWith(REACHED))
        .map(line -> line.substring(REACHED.length()).split(" "))
        .map(parts -> new Fault(parts[0], parts[1], parts[2]))
        .collect(toCollection(LinkedHashSet::new));
  }

  /** A jar in which the method does nothing but throw an error. */
  static void write(Path jar, Fault fault) {
    edit(
        jar,
        Set.of(fault.className()),
        (name, entry) -> Files.write(entry, throwing(Files.readAllBytes(entry), fault)));
  }

  /**
   * A jar in which the method throws at its first call.
   *
   * @param argument the class name that it must get as its second argument; null: whatever it gets
   */
  static void failingFirst(Path jar, Fault fault, String argument) {
    begin(
        jar,
        fault,
        method -> {
          Label goesOn = new Label();
          if (argument != null) {
            method.visitLdcInsn(argument);
            method.visitVarInsn(Opcodes.ALOAD, 2);
            call(method, Opcodes.INVOKEVIRTUAL, "Object", "equals", "(Ljava/lang/Object;)Z");
            method.visitJumpInsn(Opcodes.IFEQ, goesOn);
          }
          skipIfDone(fault.toString(), method, goesOn);
          method.visitTypeInsn(Opcodes.NEW, "java/lang/Error");
          method.visitInsn(Opcodes.DUP);
          method.visitLdcInsn("broken once: " + fault);
          call(method, Opcodes.INVOKESPECIAL, "Error", "<init>", "(Ljava/lang/String;)V");
          method.visitInsn(Opcodes.ATHROW);
          land(method, goesOn);
        });
  }

  /** A jar in which the method sleeps first. */
  static void delaying(Path jar, Fault fault, Duration time) {
    begin(
        jar,
        fault,
        method -> {
          method.visitLdcInsn(time.toMillis());
          call(method, Opcodes.INVOKESTATIC, "Thread", "sleep", "(J)V");
        });
  }

  private static void begin(Path jar, Fault fault, Consumer<MethodVisitor> code) {
    edit(
        jar,
        Set.of(fault.className()),
        (name, entry) -> Files.write(entry, beginning(Files.readAllBytes(entry), fault, code)));
  }

  private static byte[] beginning(byte[] classFile, Fault fault, Consumer<MethodVisitor> code) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                MethodVisitor method =
                    super.visitMethod(access, name, descriptor, signature, thrown);
                if (!fault.isIn(name, descriptor)) {
                  return method;
                }
                return new MethodVisitor(Opcodes.ASM9, method) {
                  @Override
                  public void visitCode() {
                    super.visitCode();
                    code.accept(mv);
                  }
                };
              }
            },
            0);
    return writer.toByteArray();
  }

  /** A jar that lacks a class. */
  static void without(Path jar, String className) {
    edit(jar, Set.of(className), (name, entry) -> Files.delete(entry));
  }

  /** A jar in which a class file ends half way. */
  static void truncated(Path jar, String className) {
    edit(
        jar,
        Set.of(className),
        (name, entry) -> {
          byte[] bytes = Files.readAllBytes(entry);
          Files.write(entry, Arrays.copyOf(bytes, bytes.length / 2));
        });
  }

  private static void edit(Path jar, Set<String> classNames, Edit edit) {
    try {
      Files.copy(PackagedJar.path(), jar);
      Path zone = Files.createTempFile("zone", ".zip");
      try (FileSystem files = FileSystems.newFileSystem(jar)) {
        Path hidden = files.getPath(PackagedJar.ZONE);
        Files.copy(hidden, zone, StandardCopyOption.REPLACE_EXISTING);
        edit(files, zone, classNames, edit);
        Files.copy(zone, hidden, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.delete(zone);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void edit(FileSystem visible, Path zone, Set<String> classNames, Edit edit)
      throws IOException {
    try (FileSystem hidden = FileSystems.newFileSystem(zone)) {
      for (String name : classNames) {
        Path entry = visible.getPath(name + ".class");
        edit.apply(name, Files.exists(entry) ? entry : hidden.getPath(name + ".class"));
      }
    }
  }

  private static byte[] tracing(String className, byte[] classFile) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                String line = REACHED + className + " " + name + " " + descriptor;
                return new MethodVisitor(
                    Opcodes.ASM9, super.visitMethod(access, name, descriptor, signature, thrown)) {
                  @Override
                  public void visitCode() {
                    super.visitCode();
                    printOnce(line, mv);
                  }
                };
              }
            },
            0);
    return writer.toByteArray();
  }

  private static void printOnce(String line, MethodVisitor method) {
    Label printed = new Label();
    skipIfDone(line, method, printed);
    method.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "err", "Ljava/io/PrintStream;");
    method.visitLdcInsn(line);
    method.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, "java/io/PrintStream", "println", "(Ljava/lang/String;)V", false);
    land(method, printed);
  }

  /** A system property remembers that it was done. */
  private static void skipIfDone(String what, MethodVisitor method, Label done) {
    method.visitLdcInsn(what);
    method.visitLdcInsn("");
    call(
        method,
        Opcodes.INVOKESTATIC,
        "System",
        "setProperty",
        "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;");
    method.visitJumpInsn(Opcodes.IFNONNULL, done);
  }

  private static void land(MethodVisitor method, Label label) {
    method.visitLabel(label);
    method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    method.visitInsn(Opcodes.NOP); // the method's own first frame must not be in the same place
  }

  private static void call(
      MethodVisitor method, int opcode, String type, String name, String descriptor) {
    method.visitMethodInsn(opcode, "java/lang/" + type, name, descriptor, false);
  }

  private static byte[] throwing(byte[] classFile, Fault fault) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9, writer) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                MethodVisitor method =
                    super.visitMethod(access, name, descriptor, signature, thrown);
                if (!fault.isIn(name, descriptor)) {
                  return method;
                }
                throwError(method, fault, (access & Opcodes.ACC_STATIC) != 0);
                return null;
              }
            },
            0);
    return writer.toByteArray();
  }

  private static void throwError(MethodVisitor method, Fault fault, boolean isStatic) {
    method.visitCode();
    method.visitTypeInsn(Opcodes.NEW, "java/lang/Error");
    method.visitInsn(Opcodes.DUP);
    method.visitLdcInsn("broken on purpose: " + fault);
    method.visitMethodInsn(
        Opcodes.INVOKESPECIAL, "java/lang/Error", "<init>", "(Ljava/lang/String;)V", false);
    method.visitInsn(Opcodes.ATHROW);
    int arguments = Type.getArgumentsAndReturnSizes(fault.descriptor()) >> 2;
    method.visitMaxs(3, isStatic ? arguments - 1 : arguments);
    method.visitEnd();
  }

  /**
   * A method that is to throw.
   *
   * @param className internal name
   */
  record Fault(String className, String method, String descriptor) {
    /** {@code Type#method}, without packages: they may be arranged anew. */
    String simpleName() {
      return BrokenJar.simpleName(className) + "#" + method;
    }

    boolean isIn(String name, String otherDescriptor) {
      return method.equals(name) && descriptor.equals(otherDescriptor);
    }

    @Override
    public String toString() {
      return className.replace('/', '.') + "#" + method + descriptor;
    }
  }

  /** What to do to the entry of a class. */
  private interface Edit {
    void apply(String className, Path entry) throws IOException;
  }
}
