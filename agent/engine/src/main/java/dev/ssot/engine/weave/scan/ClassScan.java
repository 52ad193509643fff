package dev.ssot.engine.weave.scan;

import dev.ssot.bootstrap.pattern.ClassNames;
import dev.ssot.engine.canonical.LearnedMembers;
import dev.ssot.engine.canonical.TargetShape;
import dev.ssot.engine.weave.site.ClassFiles;
import dev.ssot.engine.weave.site.GuardedMethods;
import dev.ssot.engine.weave.site.TargetNames;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Plans the changes to a class. */
public final class ClassScan extends ClassVisitor {
  private static final int NO_GUARD =
      Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  private final TargetNames targets;
  private final GuardedMethods guarded;
  private final ClassHeaders headers;
  private final ParameterTypes parameters;
  private final VariableArity arity;
  private final FactoryScan factories;
  private final Map<String, MethodPlan> plans = new LinkedHashMap<>();
  private ShapeScan shape;
  private boolean configurable;
  private boolean read;
  private boolean declaresGuarded;
  private String name;
  private String superName;
  private String file = "";
  private int version;
  private LearningScan learning;

  private ClassScan(
      TargetNames targets,
      GuardedMethods guarded,
      ClassHeaders headers,
      String caller,
      boolean own) {
    super(Opcodes.ASM9);
    this.factories = new FactoryScan(targets, caller, own);
    this.guarded = guarded;
    this.headers = headers;
    this.parameters = new ParameterTypes(headers, caller);
    this.arity = new VariableArity(headers);
    this.targets = targets;
  }

  /**
   * Scans a class file. Throws what ASM throws on one that it cannot read.
   *
   * @param own whether it is the application's own code
   */
  public static ClassScan of(
      ClassReader reader,
      TargetNames targets,
      LearnedMembers members,
      GuardedMethods guarded,
      ClassFiles files,
      boolean own) {
    ClassHeaders headers = new ClassHeaders(files);
    headers.add(reader);
    ClassScan scan = new ClassScan(targets, guarded, headers, reader.getClassName(), own);
    boolean frames = reader.readShort(6) >= Opcodes.V1_6;
    reader.accept(scan, frames ? ClassReader.EXPAND_FRAMES : ClassReader.SKIP_FRAMES);
    HandOverScan.mark(reader, scan);
    ConstantScan.mark(reader, scan);
    scan.readState(reader);
    scan.learning = LearningScan.of(reader, members.of(scan.shape()));
    return scan;
  }

  /** Returns the internal name. */
  public String name() {
    return name;
  }

  public String binaryName() {
    return ClassNames.binary(name);
  }

  /** Returns the plans of the methods that have one, in the order of the class file. */
  public Iterable<MethodPlan> plans() {
    return plans.values();
  }

  /** Returns the plan of a method; null if nothing is to be done to it. */
  public MethodPlan plan(String method, String descriptor) {
    return plans.get(method + descriptor);
  }

  /** Returns what the class file tells of a target; null if the class is none. */
  public TargetShape shape() {
    return shape == null ? null : shape.shape().withState(configurable, read);
  }

  private void readState(ClassReader reader) {
    if (isHooked()) {
      configurable = StateScan.isConfigurable(reader, headers);
      read = StateScan.isRead(reader, headers);
    }
  }

  /** Tells where the class meets canonical instances. */
  public LearningScan learning() {
    return learning;
  }

  /** Tells whether the class is a target, or one that a target inherits from. */
  public boolean isGuarded() {
    return isHooked() || guarded.isInheritedFrom(name);
  }

  /** Tells whether it declares a method that is guarded in targets and what they inherit from. */
  public boolean declaresGuarded() {
    return declaresGuarded;
  }

  /** Returns the internal name; null for {@code java/lang/Object}. */
  public String superName() {
    return superName;
  }

  /** Tells whether the class file is too old for {@code invokedynamic}. */
  boolean isLegacy() {
    return (version & 0xFFFF) < Opcodes.V1_7;
  }

  /** Tells whether the class file may have stack-map frames. */
  public boolean hasFrames() {
    return (version & 0xFFFF) >= Opcodes.V1_6;
  }

  /** Tells whether the JVM insists on a frame wherever code is reached by a jump. */
  public boolean hasAllFrames() {
    return !isLegacy();
  }

  /** Tells whether a constant may be a class. */
  public boolean hasClassConstants() {
    return (version & 0xFFFF) >= Opcodes.V1_5;
  }

  @Override
  public void visit(
      int classVersion,
      int access,
      String internalName,
      String signature,
      String parent,
      String[] interfaces) {
    name = internalName;
    superName = parent;
    version = classVersion;
    if (targets.isTarget(internalName)) {
      shape = new ShapeScan(internalName, access);
    }
  }

  @Override
  public void visitSource(String source, String debug) {
    file = source == null ? "" : source;
  }

  @Override
  public FieldVisitor visitField(
      int access, String field, String descriptor, String signature, Object value) {
    if (shape != null) {
      shape.addField(access, field, descriptor);
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String method, String descriptor, String signature, String[] exceptions) {
    if (shape != null) {
      shape.addMethod(access, method, descriptor);
    }
    boolean ends =
        (access & NO_GUARD) == 0 && descriptor.equals("()V") && guarded.isGuarded(method);
    declaresGuarded |= ends;
    return new MethodScan(this, method, descriptor, ends && isGuarded());
  }

  String file() {
    return file;
  }

  /** Tells whether the constructors are hooked: the class is a target and is not refused. */
  boolean isHooked() {
    return shape != null && shape.shape().refusal() == null;
  }

  boolean isTarget(String internalName) {
    return targets.isTarget(internalName);
  }

  /** Notes a line of a constructor of the target, and whether that constructor has arguments. */
  void noteConstructorLine(int line, String descriptor) {
    shape.noteConstructorLine(line, descriptor);
  }

  /** Returns what tells which calls may make a target. */
  FactoryScan factories() {
    return factories;
  }

  /** Returns the headers of other classes, as this class will see them. */
  ClassHeaders headers() {
    return headers;
  }

  /** Tells whether the types of all parameters are there. */
  boolean seesParametersOf(String constructorDescriptor) {
    return parameters.areThere(constructorDescriptor);
  }

  /** Tells whether the JVM makes a method handle of that constructor. */
  boolean hasHandle(String target, String constructorDescriptor) {
    return !arity.isBroken(target, constructorDescriptor);
  }

  void add(MethodPlan plan) {
    plans.put(plan.method().method() + plan.method().descriptor(), plan);
  }
}
