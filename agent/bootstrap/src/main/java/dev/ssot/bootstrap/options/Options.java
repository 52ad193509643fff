package dev.ssot.bootstrap.options;

import dev.ssot.bootstrap.pattern.ClassPattern;
import dev.ssot.bootstrap.pattern.SitePattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options as this JVM runs with them. Immutable; what each one means is in {@link Option}. */
public final class Options {
  private final Map<Option, Object> values;
  private final List<String> notes;
  private final Set<Option> outsideFile;
  private final Set<Option> inFile;

  /**
   * Keeps what was read.
   *
   * @param outsideFile the options that the file cannot change
   * @param inFile the options that have their values from the file
   */
  Options(
      Map<Option, Object> values, List<String> notes, Set<Option> outsideFile, Set<Option> inFile) {
    this.outsideFile = Collections.unmodifiableSet(outsideFile);
    this.inFile = Collections.unmodifiableSet(inFile);
    this.values = new EnumMap<>(values);
    this.notes = Collections.unmodifiableList(new ArrayList<>(notes));
  }

  /**
   * Reads and checks all options.
   *
   * @param agentArguments {@code key=value,key=value}; null if none
   * @param reader called only if {@code config} is set
   * @throws OptionsException if the agent should stay off, with one line for the user
   */
  public static Options read(
      String agentArguments,
      Map<String, String> systemProperties,
      Map<String, String> environment,
      ConfigReader reader)
      throws OptionsException {
    return readAll(
        Collections.singletonList(agentArguments), systemProperties, environment, reader);
  }

  /**
   * Reads and checks all options, as {@link #read(String, Map, Map, ConfigReader)} does.
   *
   * @param agentArguments those that were given last first; what they say wins
   */
  public static Options readAll(
      List<String> agentArguments,
      Map<String, String> systemProperties,
      Map<String, String> environment,
      ConfigReader reader)
      throws OptionsException {
    return new OptionsReader().read(agentArguments, systemProperties, environment, reader);
  }

  /** Tells whether the file gives an option its value. */
  public boolean isInFile(Option option) {
    return inFile.contains(option);
  }

  /** Returns the options of {@code enabled=false}, which are the defaults. */
  static Options off() throws OptionsException {
    Map<Option, Object> values = new EnumMap<>(Option.class);
    for (Option option : Option.values()) {
      values.put(option, option.defaultValue());
    }
    values.put(Option.ENABLED, false);
    return new Options(
        values,
        Collections.<String>emptyList(),
        EnumSet.noneOf(Option.class),
        EnumSet.noneOf(Option.class));
  }

  /** Returns an unmodifiable list, never empty. */
  public List<TargetOption> targets() {
    return get(Option.TARGETS);
  }

  /** Returns the mode where no target and no group has its own. */
  public Mode mode() {
    return get(Option.MODE);
  }

  /**
   * Returns where the canonical instance comes from, for targets that do not name a source of their
   * own.
   */
  public CanonicalOption canonical() {
    return get(Option.CANONICAL);
  }

  /** Returns what to do with constructors that take arguments. */
  public Arguments arguments() {
    return get(Option.ARGUMENTS);
  }

  /** Returns whether sites that configure the fresh object are redirected nevertheless. */
  public boolean ignoresConfigured() {
    return this.<Boolean>get(Option.CONFIGURED);
  }

  /** Returns the methods that make targets, as they are named; unmodifiable, perhaps empty. */
  public List<SitePattern> factories() {
    return get(Option.FACTORIES);
  }

  /** Returns what redirected call sites share, where neither target nor group says otherwise. */
  public Share share() {
    return get(Option.SHARE);
  }

  /** Returns patterns of the application's own classes; unmodifiable, empty to find out. */
  public List<ClassPattern> application() {
    return get(Option.APPLICATION);
  }

  /** Returns the names of the guarded methods; unmodifiable, perhaps empty. */
  public List<String> guard() {
    return get(Option.GUARD);
  }

  /** Returns how long a call site waits for the canonical instance at most. */
  public Duration canonicalWait() {
    return get(Option.CANONICAL_WAIT);
  }

  /** Returns whether classes of the JDK may be woven. */
  public boolean jdkHooks() {
    return this.<Boolean>get(Option.JDK_HOOKS);
  }

  /** Returns an unmodifiable list, perhaps empty. */
  public List<SitePattern> allow() {
    return get(Option.ALLOW);
  }

  /** Returns an unmodifiable list by priority, perhaps empty. */
  public List<GroupOption> groups() {
    return get(Option.GROUPS);
  }

  /** Returns the group of a call site, the first that matches by priority; null if none does. */
  public GroupOption groupOf(String className, String methodName) {
    for (GroupOption group : groups()) {
      if (group.matches(className, methodName)) {
        return group;
      }
    }
    return null;
  }

  /** Returns the holders that are named for all targets or for one of them, without repetitions. */
  public List<CanonicalOption> namedCanonicals() {
    Map<String, CanonicalOption> named = new LinkedHashMap<>();
    addNamed(canonical(), named);
    for (TargetOption target : targets()) {
      addNamed(target.canonical(), named);
    }
    return new ArrayList<>(named.values());
  }

  private static void addNamed(CanonicalOption option, Map<String, CanonicalOption> named) {
    if (option != null && option.isNamed()) {
      named.putIfAbsent(option.toString(), option);
    }
  }

  /** Returns how many objects are tracked per target. */
  public int liveLimit() {
    return this.<Integer>get(Option.LIVE_LIMIT);
  }

  /** Returns how many stack traces are kept per call site. */
  public int stacks() {
    return this.<Integer>get(Option.STACKS);
  }

  /** Returns how many frames of a stack trace are kept. */
  public int stackDepth() {
    return this.<Integer>get(Option.STACK_DEPTH);
  }

  public LogTarget log() {
    return get(Option.LOG);
  }

  /** Returns where the report goes; null if no report is wanted. */
  public ReportTarget report() {
    return get(Option.REPORT);
  }

  /** Returns the interval of the report; null if it is written at exit only. */
  public Duration reportEvery() {
    return get(Option.REPORT_EVERY);
  }

  /** Returns where the endpoint listens; never null, perhaps off. */
  public HttpOption http() {
    return get(Option.HTTP);
  }

  /** Returns the token, which is secret; null if there is none. */
  public String httpToken() {
    return get(Option.HTTP_TOKEN);
  }

  /** Returns whether to publish to the application's Micrometer. */
  public boolean metrics() {
    return this.<Boolean>get(Option.METRICS);
  }

  public boolean jmx() {
    return this.<Boolean>get(Option.JMX);
  }

  /** Returns the path of the YAML file, as it was written; null if there is none. */
  public String config() {
    return get(Option.CONFIG);
  }

  /** Returns the options that are set in a more explicit place than the file: it changes none. */
  public Set<Option> outsideFile() {
    return outsideFile;
  }

  public boolean enabled() {
    return this.<Boolean>get(Option.ENABLED);
  }

  /**
   * Returns warnings of one line each, to print after the line that says that the agent is there.
   */
  public List<String> notes() {
    return notes;
  }

  /** Returns a value to compare; null if the option is not set. */
  Object value(Option option) {
    return values.get(option);
  }

  /** Casts safely, as the type of the option made the value. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private <T> T get(Option option) {
    return (T) values.get(option);
  }
}
