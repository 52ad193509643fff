package dev.ssot.engine.weave;

import dev.ssot.engine.weave.scan.MethodPlan;
import dev.ssot.engine.weave.scan.PlannedSite;
import dev.ssot.engine.weave.site.SiteIds;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Puts an {@code invokedynamic} beside each constructor call, and a question before both: whether
 * to run the plain constructor. As long as a site only constructs and counts, it does, so that
 * neither the depth of the stack nor the speed suffers from method handles.
 *
 * <p>The {@code NEW} stays where it is. Where the {@code invokedynamic} answers, the compiler
 * removes the dead allocation.
 */
final class SiteRewriter extends TypeTracker {
  private final MethodPlan plan;
  private final SiteIds ids;
  private final boolean tracks;
  private final Type self;

  /** Where the plain calls begin and end, and what they throw is noticed, by site. */
  private final Map<PlannedSite, Label[]> calls = new HashMap<>();

  /** The local variable that holds what is asked about a call that may make a target. */
  private final int asked;

  private int instruction;
  private int called;

  /**
   * @param owner internal name of the class
   * @param tracks see {@link TypeTracker}
   */
  SiteRewriter(
      MethodVisitor next, String owner, int access, MethodPlan plan, SiteIds ids, boolean tracks) {
    super(next, owner, access, plan.method().method(), plan.method().descriptor(), tracks);
    this.plan = plan;
    this.asked = plan.maxLocals() + 1; // the hook of a constructor has the one before
    this.ids = ids;
    this.tracks = tracks;
    this.self = Type.getObjectType(owner);
  }

  /** Makes the handlers known before the method's own, as the first one that fits is taken. */
  @Override
  public void visitCode() {
    super.visitCode();
    for (PlannedSite site : plan.sites()) {
      if (site.isConstruction() && ids.of(site.site()) != 0) {
        Label[] call = {new Label(), new Label(), new Label()};
        mv.visitTryCatchBlock(call[0], call[1], call[2], null);
        calls.put(site, call);
      }
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean constructs = opcode == Opcodes.INVOKESPECIAL && name.equals("<init>");
    boolean own = !name.equals("<init>") && !owner.equals(Dispatch.NAME);
    PlannedSite factory = own ? plan.factoryAt(called++) : null;
    if (factory != null && tracks) {
      callOrAnswer(factory, opcode, owner, name, descriptor, isInterface);
      return;
    }
    PlannedSite site = constructs ? plan.wovenAt(instruction++) : null;
    if (site == null) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    } else if (calls.containsKey(site)) {
      choose(site, calls.get(site), owner, descriptor);
    } else {
      ask(site, 0, owner, descriptor);
      called(opcode, owner, name, descriptor);
    }
  }

  private void choose(PlannedSite site, Label[] call, String owner, String descriptor) {
    int id = ids.of(site.site());
    Object[] locals = locals();
    Object[] stack = stack();
    Object[] caught = localsWithout(descriptor);
    Label ask = new Label();
    Label done = new Label();
    reserve(2);
    Dispatch.constructs(mv, id, owner);
    mv.visitJumpInsn(Opcodes.IFEQ, ask);
    mv.visitLabel(call[0]);
    super.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, "<init>", descriptor, false);
    mv.visitLabel(call[1]);
    mv.visitJumpInsn(Opcodes.GOTO, done);
    // Here, and not at the end: the method's own handlers that cover the call have to cover this.
    mv.visitLabel(call[2]);
    frame(caught, new Object[] {"java/lang/Throwable"});
    Dispatch.threw(mv, id);
    mv.visitInsn(Opcodes.ATHROW);
    mv.visitLabel(ask);
    frame(locals, stack);
    ask(site, id, owner, descriptor);
    mv.visitLabel(done);
    frame(locals(), stack());
    // The code behind may begin with a frame of its own, and no instruction may have two.
    mv.visitInsn(Opcodes.NOP);
  }

  /** Asks whether the call is to be made at all, and tells what it has handed out. */
  private void callOrAnswer(
      PlannedSite site,
      int opcode,
      String owner,
      String name,
      String descriptor,
      boolean isInterface) {
    int id = ids.of(site.site());
    Object[] locals = localsWith(asked, "java/lang/Object");
    boolean plain = site.site().factory().isPlain();
    Object[] stack = plain ? stackWith(descriptor) : stack();
    Label call = new Label();
    Label done = new Label();
    if (plain) {
      askWithArguments(id, descriptor, call, done);
    }
    reserve(2);
    Dispatch.calls(mv, id, self);
    mv.visitVarInsn(Opcodes.ASTORE, asked);
    mv.visitVarInsn(Opcodes.ALOAD, asked);
    Dispatch.answers(mv);
    mv.visitJumpInsn(Opcodes.IFEQ, call);
    drop(opcode, descriptor);
    mv.visitVarInsn(Opcodes.ALOAD, asked);
    Dispatch.answer(mv);
    mv.visitTypeInsn(Opcodes.CHECKCAST, Type.getReturnType(descriptor).getInternalName());
    mv.visitJumpInsn(Opcodes.GOTO, done);
    mv.visitLabel(call);
    frame(locals, stack);
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    reserve(3);
    mv.visitInsn(Opcodes.DUP);
    mv.visitVarInsn(Opcodes.ALOAD, asked);
    Dispatch.made(mv, id);
    mv.visitLabel(done);
    frame(locals(), stack());
    mv.visitInsn(Opcodes.NOP);
  }

  /** Hands over the arguments where that may matter; they are loaded again if the call is made. */
  private void askWithArguments(int id, String descriptor, Label call, Label done) {
    ArgumentArray arguments = new ArgumentArray(mv, descriptor);
    Label unasked = new Label();
    Label unanswered = new Label();
    reserve(ArgumentArray.WORDS);
    Dispatch.asks(mv, id);
    mv.visitJumpInsn(Opcodes.IFEQ, unasked);
    arguments.pack();
    mv.visitInsn(Opcodes.DUP);
    Dispatch.callsWithArguments(mv, id, self);
    mv.visitVarInsn(Opcodes.ASTORE, asked);
    mv.visitVarInsn(Opcodes.ALOAD, asked);
    Dispatch.answers(mv);
    mv.visitJumpInsn(Opcodes.IFEQ, unanswered);
    mv.visitInsn(Opcodes.POP);
    mv.visitVarInsn(Opcodes.ALOAD, asked);
    Dispatch.answer(mv);
    mv.visitTypeInsn(Opcodes.CHECKCAST, Type.getReturnType(descriptor).getInternalName());
    mv.visitJumpInsn(Opcodes.GOTO, done);
    mv.visitLabel(unanswered);
    frame(localsWith(asked, "java/lang/Object"), stackWithOne(descriptor, ArgumentArray.TYPE));
    arguments.unpack();
    mv.visitJumpInsn(Opcodes.GOTO, call);
    mv.visitLabel(unasked);
    frame(locals(), stack());
  }

  /** Drops the arguments of a call, and what it is made on. */
  private void drop(int opcode, String descriptor) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    for (int i = arguments.length; i-- > 0; ) {
      mv.visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
    }
    if (opcode != Opcodes.INVOKESTATIC) {
      mv.visitInsn(Opcodes.POP);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    PlannedSite site = plan.wovenAt(instruction++);
    if (site == null) {
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    } else {
      Object[] facts = site.site().facts().behind(arguments);
      super.visitInvokeDynamicInsn(name, descriptor, Dispatch.REFERENCE, facts);
    }
  }

  /**
   * Adds stack space for the result and its copy, or for what is asked, but no more: the first
   * compiler makes its frames as much larger as an operand stack may become.
   */
  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    int locals = plan.hasFactories() ? Math.max(maxLocals, asked + 1) : maxLocals;
    super.visitMaxs(tracks ? Math.max(maxStack, deepest()) : maxStack + 2, locals);
  }

  /** Has the dispatch answer. The tracker takes note of the plain call instead. */
  private void ask(PlannedSite site, int id, String owner, String descriptor) {
    reserve(2);
    String type = ErasedParameters.of(descriptor) + 'L' + owner + ';';
    Object[] facts = site.site().facts().behind(descriptor, id);
    mv.visitInvokeDynamicInsn("construct", type, Dispatch.CONSTRUCT, facts);
    // To the verifier, the constructor would have initialised every copy of the reference.
    for (int local : site.parked()) {
      mv.visitInsn(Opcodes.DUP);
      mv.visitVarInsn(Opcodes.ASTORE, local);
    }
    dropReferences(site.references());
  }

  /**
   * The result lies on what was under the arguments: the reference that the constructor would have
   * been called on, and the copy of it that would have become the result, if there was one.
   */
  private void dropReferences(int references) {
    if (references == 1) {
      mv.visitInsn(Opcodes.POP2);
      return;
    }
    mv.visitInsn(Opcodes.DUP_X2);
    mv.visitInsn(Opcodes.POP);
    mv.visitInsn(Opcodes.POP);
    mv.visitInsn(Opcodes.POP);
  }
}
