package dev.ssot.bootstrap.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table of all options, from which they are read, validated and documented. {@code
 * docs/configuration.md} is generated from it, in this order.
 */
public enum Option {
  TARGETS(
      "targets",
      "**.RedisManager",
      "The classes that should have one instance: class names, in which `*` stands for anything"
          + " within a package segment and `**` for anything across segments. In the YAML file also"
          + " objects with `class`, `canonical` and `mode`.",
      new TargetOption.ListType()),
  MODE(
      "mode",
      "observe",
      "`off`: construct and do not count. `observe`: count and report. `dry-run`: also say what"
          + " `enforce` would do. `enforce`: redirect. `fail`: throw, for tests and CI.",
      KeywordType.of(Mode.values())),
  CANONICAL(
      "canonical",
      "auto",
      "Where the canonical instance comes from. `auto`: the one static final field of the target's"
          + " own type, else its one static no-argument method of its own type called"
          + " `getInstance`, `instance` or `shared`. `first`: the first construction that"
          + " completes. Or name it: `com.acme.Holder#method()`, `com.acme.Holder#FIELD`; with"
          + " several targets one per target, in the YAML file.",
      new CanonicalOption.Type()),
  ARGUMENTS(
      "arguments",
      "keep",
      "What `enforce` does with constructors that take arguments. `keep`: construct as before."
          + " `ignore`: redirect to the one canonical instance. `key`: one canonical instance per"
          + " distinct argument list of primitives, strings, enum constants, classes, immutable"
          + " values of the JDK and arrays of them; with anything else as `keep`.",
      KeywordType.of(Arguments.values())),
  CONFIGURED(
      "configured",
      "keep",
      "What `enforce` does where objects are configured after construction: at a call site that goes"
          + " on to configure the fresh object, and with `canonical=first` at all sites of a class"
          + " that others can configure. `keep`: construct as before. `ignore`: redirect all the"
          + " same.",
      KeywordType.of("keep", false, "ignore")),
  APPLICATION(
      "application",
      "auto",
      "Patterns of the classes that are yours, whose lines the report names. `auto`: classes from a"
          + " directory, from `BOOT-INF/classes` or `WEB-INF/classes`, from the jar that was started"
          + " unless it is only a launcher, and those that share the package of the main class. The"
          + " report says what was taken for yours.",
      new ApplicationType()),
  FACTORIES(
      "factories",
      Option.NONE,
      "Methods that make targets, `com.acme.Clients#create`: a call of one in your code is"
          + " redirected from the first one on. A call of a library is redirected once it was seen"
          + " to make a target.",
      new SitesType()),
  SHARE(
      "share",
      "one",
      "What redirected call sites get. `one`: the canonical instance. `site`: each call site gets"
          + " again what it made first, so that nothing that differs between two lines is merged,"
          + " and no canonical instance is needed. Targets and groups in the YAML file may have a"
          + " `share` of their own.",
      KeywordType.of(Share.values())),
  ALLOW(
      "allow",
      Option.NONE,
      "Site patterns of the code that may construct, such as factories. Their sites are listed as"
          + " allowed and stand in no headline.",
      new SitesType()),
  GROUPS(
      "groups",
      Option.NONE,
      "In the YAML file: objects with `name`, `priority` (its place in the list if left out),"
          + " `sites` (site patterns) and `mode`. Elsewhere: site patterns, each a group of its"
          + " own.",
      new GroupOption.ListType()),
  GUARD(
      "guard",
      "close:shutdown:destroy:disconnect",
      "No-argument `void` methods of a shared instance that nobody but its owner may call; to"
          + " others they do nothing. `none`: guard nothing.",
      new GuardType()),
  CANONICAL_WAIT(
      "canonical.wait",
      "200ms",
      "Longest time that a call site waits for the canonical instance to become known; then it"
          + " constructs as before.",
      new Durations(1, "1ms")),
  LIVE_LIMIT(
      "live.limit",
      "10000",
      "Objects tracked per target. Beyond it the number of live instances is a lower bound, and the"
          + " report says `exact: false`.",
      new IntegerType(0, Integer.MAX_VALUE)),
  STACKS(
      "stacks",
      "3",
      "Distinct stack traces kept per call site, 0 to 100.",
      new IntegerType(0, 100)),
  STACK_DEPTH(
      "stack.depth", "64", "Frames kept of each stack trace, 1 to 1024.", new IntegerType(1, 1024)),
  LOG(
      "log",
      "auto",
      "`auto`: the application's own SLF4J as soon as its WARN is enabled, until then a buffer;"
          + " none after 30 s, or none on the class path: stderr. `stderr`, `file:PATH` or"
          + " `none`; `%p` in PATH is the process id.",
      new LogTarget.Type()),
  REPORT(
      "report",
      Option.NONE,
      "Written at exit. `-`: text on stdout. Else a file, whose extension picks the format: `.txt`,"
          + " `.json`, `.md` or `.html`; `%p` in its name is the process id. If another process has"
          + " written the file since this one started, the report goes beside it, with the process"
          + " id in its name.",
      new ReportTarget.Type()),
  REPORT_EVERY(
      "report.every",
      Option.NONE,
      "Write the report this often as well (`60s`, at least `1s`): a process that is killed leaves"
          + " its evidence.",
      new Durations(1_000, "1s")),
  METRICS(
      "metrics",
      "application",
      "`application`: publish to the application's Micrometer when it has one. `none`: do not.",
      KeywordType.of("application", true, "none")),
  HTTP(
      "http",
      "off",
      "`PORT` or `HOST:PORT` of the agent's own HTTP endpoint; loopback when no host is given, any"
          + " free port for `0`. It opens with the first class that names a target.",
      new HttpOption.Type()),
  HTTP_TOKEN(
      "http.token",
      Option.NONE,
      "Needed to switch modes and to count the heap over HTTP, and for the report when the HTTP"
          + " endpoint listens beyond loopback; without it nobody can. Set it in the environment or the YAML file: arguments show in process"
          + " lists.",
      TextType.token()),
  JMX("jmx", "true", "Register the MBean, lazily.", KeywordType.of("true", true, "false")),
  CONFIG(
      "config",
      Option.NONE,
      "A YAML file with these keys. Set it anywhere but in that file. Looked at every ten seconds:"
          + " when it changes, `groups`, `allow`, `arguments`, `configured`, `canonical.wait`, modes"
          + " and added `targets` follow, and `enabled: false` stops everything; a bad file changes"
          + " nothing and is complained of once. The log names the keys that need a restart. It is"
          + " looked at from the first class on that names a target.",
      TextType.path()),
  JDK_HOOKS(
      "jdk.hooks",
      "auto",
      "`auto`: classes of the JDK are woven when a mode first becomes `enforce` or `fail`, never"
          + " before. `false`: never.",
      KeywordType.of("auto", true, "false")),
  ENABLED(
      "enabled",
      "true",
      "`false`: do nothing at all, and check no other option. In the watched file: every call site"
          + " constructs and nothing is counted, until it is `true` again.",
      KeywordType.of("true", true, "false"));

  static final String NONE = "none";
  static final String PROPERTY_PREFIX = "ssot.";
  static final String VARIABLE_PREFIX = "SSOT_";

  private final String key;
  private final String defaultText;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // an OptionType is stateless
  private final OptionType<?> type;

  Option(String key, String defaultText, String meaning, OptionType<?> type) {
    this.key = key;
    this.defaultText = defaultText;
    this.meaning = meaning;
    this.type = type;
  }

  /** Returns the name in the agent's arguments and the YAML file: {@code canonical.wait}. */
  public String key() {
    return key;
  }

  /** Returns the name as a system property: {@code ssot.canonical.wait}. */
  public String property() {
    return PROPERTY_PREFIX + key;
  }

  /** Returns the name as an environment variable: {@code SSOT_CANONICAL_WAIT}. */
  public String variable() {
    return VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** Returns the default as it would be written; {@code none} if there is none. */
  public String defaultText() {
    return defaultText;
  }

  /** Returns the sentences of the documentation, in Markdown. */
  public String meaning() {
    return meaning;
  }

  /** Reads a value; returns null if the value is {@code none}. */
  Object parse(RawValue value) throws OptionsException {
    return defaultText.equals(NONE) && value.is(NONE) ? type.none() : type.parse(value);
  }

  /** Returns the value of the default; null if the option has none. */
  Object defaultValue() throws OptionsException {
    return parse(new RawValue(key, defaultText, "default", new ArrayList<>()));
  }

  /** Returns the option of that key; null if there is none. */
  static Option ofKey(String key) {
    for (Option option : values()) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return null;
  }

  static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Option option : values()) {
      keys.add(option.key);
    }
    return keys;
  }
}
