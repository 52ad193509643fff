package dev.ssot.engine.weave.scan;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.place.SiteFacts;
import dev.ssot.engine.weave.site.FactoryCall;
import dev.ssot.engine.weave.site.WovenSite;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/** Plans the changes to one method: its constructions of targets, and its constructor hook. */
final class MethodScan extends OperandTracker {
  private final ClassScan owner;
  private final MethodPlan plan;
  private final List<Created> created = new ArrayList<>();
  private final ConstructorShape shape;
  private final SetterDetector fresh;
  private int line = -1;
  private int instruction;
  private int ordinal;

  /** The number of calls so far, those of constructors apart. */
  private int call;

  /** The call right before, if what it returns may be cast to a target; else null. */
  private FactoryCall uncast;

  private int uncastNumber;

  /**
   * In a class file below version 51, the number of {@code NEW}s that wait for their constructor
   * call.
   */
  private int open;

  /**
   * @param guards whether the method is to ask first whether it is to do nothing
   */
  MethodScan(ClassScan owner, String name, String descriptor, boolean guards) {
    super(name.equals("<init>"));
    this.owner = owner;
    this.plan =
        new MethodPlan(
            new WovenSite(
                owner.binaryName(),
                new SiteFacts(name, descriptor, -1, owner.file(), -1, -1),
                null,
                owner.binaryName()));
    this.fresh = new SetterDetector(owner.headers(), plan);
    if (guards) {
      plan.markGuarded();
    }
    this.shape =
        owner.isHooked() && name.equals("<init>") ? new ConstructorShape(owner.name()) : null;
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    line = number;
    if (shape != null) {
      owner.noteConstructorLine(number, plan.method().descriptor());
    }
  }

  @Override
  public void visitFrame(int type, int localCount, Object[] locals, int depth, Object[] stack) {
    super.visitFrame(type, localCount, locals, depth, stack);
    if (shape != null) {
      shape.noteFrame(localCount == 0 || Opcodes.TOP.equals(locals[0]));
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (shape != null && opcode == Opcodes.RETURN) {
      shape.noteReturn();
    }
    FactoryCall copied = opcode == Opcodes.DUP ? uncast : null;
    super.visitInsn(opcode);
    uncast = copied;
  }

  /** Before the cast, kotlinc copies what a call returns, and checks that it is not null. */
  @Override
  public void visitLdcInsn(Object constant) {
    FactoryCall checked = uncast;
    super.visitLdcInsn(constant);
    uncast = checked;
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    if (shape != null && index == 0 && opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
      shape.noteThisOverwritten();
    }
    super.visitVarInsn(opcode, index);
  }

  @Override
  public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
    fresh.noteWrite(opcode, type);
    super.visitFieldInsn(opcode, type, name, descriptor);
  }

  @Override
  public void visitMethodInsn(
      int opcode, String type, String name, String descriptor, boolean isInterface) {
    fresh.noteCall(opcode, type, name, descriptor);
    FactoryCall checked = KnownCalls.checksNull(type, name) ? uncast : null;
    FactoryCall mayBeCast =
        name.equals("<init>") ? null : noteFactory(opcode, type, name, descriptor);
    super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
    if (mayBeCast != null) {
      uncastNumber = call - 1;
    }
    uncast = mayBeCast == null ? checked : mayBeCast;
  }

  /** Notes a call that may make a target; returns it if what it returns has to be cast first. */
  private FactoryCall noteFactory(int opcode, String type, String name, String descriptor) {
    FactoryScan factories = owner.factories();
    int number = call++;
    String made = factories.made(opcode, type, name, descriptor);
    if (made != null) {
      addFactory(number, made, factories.call(opcode, type, name, descriptor));
      return null;
    }
    return factories.mayBeCast(opcode, type, name, descriptor)
        ? factories.call(opcode, type, name, descriptor)
        : null;
  }

  private void addFactory(int number, String target, FactoryCall factory) {
    if (owner.isLegacy()) {
      return;
    }
    SiteFacts facts =
        new SiteFacts(
            plan.method().method(),
            plan.method().descriptor(),
            number,
            plan.method().file(),
            line,
            line);
    WovenSite site =
        new WovenSite(plan.method().className(), facts, Kind.FACTORY, ClassNames.binary(target));
    plan.addFactory(number, PlannedSite.factory(site.making(factory)));
    fresh.noteConstruction(target);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    FactoryCall factory = uncast;
    if (factory != null && opcode == Opcodes.CHECKCAST && owner.factories().isTarget(type)) {
      addFactory(uncastNumber, type, factory);
    }
    super.visitTypeInsn(opcode, type);
  }

  @Override
  void followed() {
    uncast = null;
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    Handle constructor = ConstructorReference.constructor(bootstrap, arguments);
    if (constructor != null && owner.isTarget(constructor.getOwner())) {
      WovenSite site = site(Kind.METHOD_REFERENCE, line, constructor.getOwner());
      Reason refusal = refusalOf(constructor, arguments);
      plan.add(
          instruction,
          refusal == null ? PlannedSite.reference(site) : PlannedSite.refused(site, refusal));
      fresh.noteConstruction(constructor.getOwner());
    }
    for (Object argument : arguments) {
      if (argument instanceof Handle) {
        fresh.noteReference((Handle) argument);
      }
    }
    instruction++;
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (shape != null && open != 0) {
      shape.markUnclear();
    }
    plan.finish(shape == null ? MethodPlan.Hook.NONE : shape.hook(), maxLocals);
    if (!plan.sites().isEmpty() || plan.hook() != MethodPlan.Hook.NONE || plan.guards()) {
      owner.add(plan);
    }
  }

  @Override
  void created(int number, String type) {
    created.add(new Created(number, type, line));
    open += owner.isLegacy() ? 1 : 0;
  }

  @Override
  void constructorCalled(int word, String target, String descriptor, OperandState under) {
    boolean delegates = owner.isLegacy() ? delegatesUnpaired() : word == OperandState.THIS;
    if (delegates && shape != null) {
      noteDelegation(target);
    }
    if (!delegates && owner.isTarget(target)) {
      Created reference = find(word);
      WovenSite site = site(Kind.NEW, lineOf(reference, descriptor), target).calling(descriptor);
      plan.add(instruction, planned(site, reference, target, descriptor, under));
      fresh.noteConstruction(target);
    }
    instruction++;
  }

  /**
   * Tells whether a constructor call is {@code this(…)} or {@code super(…)} in a class file below
   * version 51, whose frames need not be there: in code order, no {@code NEW} waits for it.
   */
  private boolean delegatesUnpaired() {
    if (open > 0) {
      open--;
      return false;
    }
    return plan.method().method().equals("<init>");
  }

  private void noteDelegation(String target) {
    if (target.equals(owner.name()) || target.equals(owner.superName())) {
      shape.noteDelegation(target);
      plan.addDelegation(instruction);
    } else {
      shape.markUnclear();
    }
  }

  /**
   * Returns the line of the {@code new}, not that of the last argument. Without arguments, the line
   * of the constructor call is the same, and is right even where AspectJ has put its advice in
   * front of the {@code NEW} and taken the line from it.
   */
  private int lineOf(Created reference, String descriptor) {
    return reference == null || descriptor.equals("()V") ? line : reference.line;
  }

  private PlannedSite planned(
      WovenSite site, Created reference, String target, String descriptor, OperandState under) {
    if (owner.isLegacy()) {
      return PlannedSite.refused(site, Reason.CLASS_FILE_TOO_OLD);
    }
    if (reference == null || !reference.type.equals(target)) {
      return PlannedSite.refused(site, Reason.UNKNOWN_FORM);
    }
    if (ConstructorReference.slots(descriptor) > ConstructorReference.MAX_SLOTS) {
      return PlannedSite.refused(site, Reason.TOO_MANY_ARGUMENTS);
    }
    if (!owner.seesParametersOf(descriptor)) {
      return PlannedSite.refused(site, Reason.PARAMETER_TYPE_MISSING);
    }
    if (!owner.hasHandle(target, descriptor)) {
      return PlannedSite.refused(site, Reason.VARIABLE_ARITY);
    }
    // The references are dropped together, so at most one copy may be on the stack, right below the
    // reference: the one that becomes the result.
    int copies = under.copies(reference.number);
    if (copies > 1 || (copies == 1 && under.peek(0) != reference.number)) {
      return PlannedSite.refused(site, Reason.UNKNOWN_FORM);
    }
    return PlannedSite.construction(site, copies + 1, under.localsOf(reference.number));
  }

  private Reason refusalOf(Handle constructor, Object[] arguments) {
    boolean deserializes = plan.method().method().equals("$deserializeLambda$");
    return deserializes || ConstructorReference.isSerializable(arguments)
        ? Reason.SERIALIZABLE_REFERENCE
        : ConstructorReference.refusal(constructor);
  }

  private WovenSite site(Kind kind, int at, String target) {
    WovenSite method = plan.method();
    SiteFacts facts =
        new SiteFacts(method.method(), method.descriptor(), ordinal++, method.file(), at, line);
    return new WovenSite(method.className(), facts, kind, ClassNames.binary(target));
  }

  private Created find(int number) {
    for (int i = created.size(); i-- > 0; ) {
      if (created.get(i).number == number) {
        return created.get(i);
      }
    }
    return null;
  }

  /** The result of a {@code NEW}. */
  private static final class Created {
    final int number;
    final String type;
    final int line;

    Created(int number, String type, int line) {
      this.number = number;
      this.type = type;
      this.line = line;
    }
  }
}
