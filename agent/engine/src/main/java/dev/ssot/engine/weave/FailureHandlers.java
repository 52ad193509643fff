package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.ClassScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The exception handlers by which a constructor of a target reports that it throws. They come after
 * the constructor's own, and throw the exception again.
 *
 * <p>There are two, one for the code before {@code super(…)} or {@code this(…)} and one for the
 * code behind it. The call itself is not covered: no frame of a handler could match, as {@code
 * this} is neither initialised nor uninitialised there (JVMS 4.10.1.9). Behind {@code this(…)}
 * there is another constructor of the class, which reports.
 */
final class FailureHandlers {
  private final MethodVisitor code;
  private final ClassScan scan;
  private final int accounted;

  /** Pairs of labels, where code before the call begins and ends. */
  private final List<Label> before = new ArrayList<>();

  /** The same for the code behind it. */
  private final List<Label> behind = new ArrayList<>();

  /** One of these lists while code of that kind is visited; else null. */
  private List<Label> open;

  /**
   * @param accounted the local variable that holds what the constructor found at its entry
   */
  FailureHandlers(MethodVisitor code, ClassScan scan, int accounted) {
    this.code = code;
    this.scan = scan;
    this.accounted = accounted;
  }

  /** The code of the constructor begins here. */
  void begin() {
    change(before);
  }

  /** The constructor is about to call {@code super(…)} or {@code this(…)}. */
  void delegating() {
    change(null);
  }

  /** That call has returned. */
  void initialised() {
    change(behind);
  }

  /** Code behind a jump may be of the other kind; returns whether it is. */
  boolean frame(List<Object> locals) {
    return change(locals.contains(Opcodes.UNINITIALIZED_THIS) ? before : behind);
  }

  /** The code of the constructor ends here, and the handlers follow. */
  void end() {
    change(null);
    handler(before, Opcodes.UNINITIALIZED_THIS);
    handler(behind, Opcodes.TOP);
  }

  private boolean change(List<Label> next) {
    if (next == open) {
      return false;
    }
    Label here = new Label();
    code.visitLabel(here);
    if (open != null) {
      open.add(here);
    }
    if (next != null) {
      next.add(here);
    }
    open = next;
    return true;
  }

  private void handler(List<Label> covered, Object self) {
    if (covered.isEmpty()) {
      return;
    }
    Label handler = new Label();
    for (int i = 0; i < covered.size(); i += 2) {
      code.visitTryCatchBlock(covered.get(i), covered.get(i + 1), handler, null);
    }
    code.visitLabel(handler);
    if (scan.hasFrames()) {
      Object[] locals = new Object[accounted + 1];
      Arrays.fill(locals, Opcodes.TOP);
      locals[0] = self;
      locals[accounted] = Opcodes.INTEGER;
      code.visitFrame(
          Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    }
    code.visitVarInsn(Opcodes.ILOAD, accounted);
    if (scan.hasClassConstants()) {
      code.visitLdcInsn(Type.getObjectType(scan.name()));
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    Dispatch.threw(code);
    code.visitInsn(Opcodes.ATHROW);
  }
}
