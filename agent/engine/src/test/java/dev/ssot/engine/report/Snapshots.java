package dev.ssot.engine.report;

import dev.ssot.bootstrap.options.Mode;
import dev.ssot.engine.ledger.Totals;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.policy.ModeChange;
import dev.ssot.engine.snapshot.AgentSnapshot;
import dev.ssot.engine.snapshot.CanonicalSnapshot;
import dev.ssot.engine.snapshot.GroupSnapshot;
import dev.ssot.engine.snapshot.HeapSnapshot;
import dev.ssot.engine.snapshot.JvmProcess;
import dev.ssot.engine.snapshot.SiteSnapshot;
import dev.ssot.engine.snapshot.StackSnapshot;
import dev.ssot.engine.snapshot.TargetSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Snapshots as the agent would take them, by name of the situation. */
public final class Snapshots {
  /** As a class file may call anything but for {@code . ; [ /}; a group may be called so too. */
  public static final String HOSTILE =
      "|`a``_b_*c*~~d~~$e$<script>alert(1)<!--</details>&amp;\"'\\|]]>";

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final List<String> P1 =
      List.of(
          "ws.WebSocketManager#afterConnectionEstablished:61",
          "ws.WebSocketRoute#handshake:38",
          "ws.WebSocketAuth#verify:44",
          "agents.AgentRegistry#start:27",
          "agents.SupervisorExecutionEngine#supervise:112",
          "startup.StartupValidation#checkRedis:19",
          "startup.StartupModule#configure:53",
          "ws.SessionHeartbeat#beat:30");
  private static final List<String> P2 =
      List.of(
          "agents.ExecutionEngine#run:88",
          "agents.BatchExecutionEngine#run:71",
          "agents.StreamingExecutionEngine#next:64",
          "agents.ExecutionQueue#offer:35",
          "agents.StatePersistence#save:49",
          "agents.StateRecovery#load:52",
          "agents.StateSnapshots#write:33",
          "tools.ToolDispatcher#dispatch:77",
          "tools.ToolResultCache#get:29",
          "tools.ToolRateLimit#acquire:41",
          "tools.AsyncToolDispatcher#dispatch:80",
          "agents.AgentMemory#recall:96");
  private static final List<String> P3 =
      List.of(
          "config.RemoteConfiguration#refresh:45",
          "config.FeatureFlags#isOn:31",
          "health.RedisHealth#check:22",
          "health.PoolMonitor#sample:58",
          "health.LatencyMonitor#sample:47",
          "jobs.CleanUpJob#execute:36",
          "jobs.ExpiryJob#execute:34",
          "jobs.DigestJob#execute:66",
          "jobs.MetricsFlush#flush:28",
          "notify.MailOutbox#poll:73",
          "notify.PushOutbox#poll:70",
          "presence.PresenceService#mark:55",
          "presence.TypingIndicator#mark:26",
          "search.IndexFeeder#feed:91",
          "audit.AuditTrail#append:40");
  private static final List<String> P4 =
      List.of(
          "staging.RedisFixture#setUp:18",
          "staging.SessionFixture#setUp:21",
          "staging.AgentFixture#setUp:24",
          "staging.FakeWebSocket#connect:32",
          "staging.FakeToolServer#start:37",
          "staging.ChatSmokeTest#connects:43",
          "staging.LoginSmokeTest#logsIn:39",
          "staging.AgentSmokeTest#answers:50",
          "staging.LoadProbe#run:62",
          "staging.SeedData#write:59",
          "staging.ResetData#wipe:46",
          "staging.CanaryTest#stillAlive:20");

  private Snapshots() {}

  /** 47 files, one construction each, and the one instance that should be. */
  public static AgentSnapshot incident() {
    TargetSnapshot target = target("com.acme.redis.RedisManager");
    target.sites = new ArrayList<>();
    target.groups =
        List.of(
            group(target, "P1 WebSocket core", 1, P1),
            group(target, "P2 agent execution", 2, P2),
            group(target, "P3 service infrastructure", 3, P3),
            group(target, "P4 test infrastructure", 4, P4));
    target.sites.get(0).stacks = List.of(webSocketStack());
    target.sites.get(0).threads = List.of("http-nio-8080-exec-1", "http-nio-8080-exec-7");
    target.sites.add(holder("com.acme.redis.RedisManager"));
    AgentSnapshot snapshot = agent(target);
    snapshot.config = "/etc/ssot/ssot.yaml";
    return snapshot;
  }

  /** The second step: P1 is enforced, the first callers have been given the one instance. */
  public static AgentSnapshot enforced() {
    AgentSnapshot snapshot = incident();
    TargetSnapshot target = snapshot.targets.get(0);
    target.modes =
        List.of(
            new ModeChange(
                START.plusSeconds(600), "cli", "P1 WebSocket core", Mode.OBSERVE, Mode.ENFORCE));
    target.groups.get(0).mode = Mode.ENFORCE;
    for (SiteSnapshot site : target.sites.subList(0, 8)) {
      site.mode = Mode.ENFORCE;
      site.redirects = 160;
    }
    target.sites.get(2).redirects = 0;
    target.sites.get(2).redirectable = false;
    target.sites.get(2).reason = Reason.ARGUMENTS;
    target.groups.get(0).redirectable = 7;
    target.failures = Map.of(Reason.CANONICAL_TIMEOUT, 1L);
    target.guarded = 3;
    target.guardedBy =
        new TreeMap<>(Map.of("com.acme.ws.ChatSocket.onClose", 2L, "com.acme.jobs.Nightly", 1L));
    return summed(snapshot);
  }

  /** Before anything is changed: what would be redirected, group by group. */
  public static AgentSnapshot dryRun() {
    AgentSnapshot snapshot = incident();
    everywhere(snapshot, Mode.DRY_RUN);
    snapshot.targets.get(0).sites.stream()
            .filter(site -> site.redirectable)
            .findFirst()
            .orElseThrow()
            .argumentsIgnored =
        true;
    return snapshot;
  }

  /** Before anything is changed, and before a second instance was made. */
  public static AgentSnapshot dryRunOfOneInstance() {
    AgentSnapshot snapshot = oneSite();
    everywhere(snapshot, Mode.DRY_RUN);
    TargetSnapshot target = snapshot.targets.get(0);
    target.sites.get(0).constructions = 1;
    target.sites.get(0).live = 0;
    return summed(snapshot);
  }

  /** From the start: nothing but the canonical instance was ever constructed. */
  public static AgentSnapshot enforcedFromTheStart() {
    AgentSnapshot snapshot = incident();
    everywhere(snapshot, Mode.ENFORCE);
    for (SiteSnapshot site : snapshot.targets.get(0).sites) {
      if (!site.allowed) {
        site.redirects = 160 + site.constructions;
        site.constructions = 0;
        site.live = 0;
        site.firstSeen = null;
        site.stacks = List.of();
      }
    }
    return summed(snapshot);
  }

  private static void everywhere(AgentSnapshot snapshot, Mode mode) {
    snapshot.mode = mode;
    for (TargetSnapshot target : snapshot.targets) {
      target.mode = mode;
      target.groups.forEach(group -> group.mode = mode);
      target.sites.forEach(site -> site.mode = mode);
    }
  }

  /** One call site and no group. */
  public static AgentSnapshot oneSite() {
    TargetSnapshot target = target("com.acme.RedisManager");
    SiteSnapshot site = site(null, "com.acme.ws.ChatSocket#open:41");
    site.constructions = 12;
    site.live = 12;
    site.threads = List.of("http-1");
    site.stacks =
        List.of(
            new StackSnapshot(
                1,
                List.of(
                    "com.acme.ws.ChatSocket.open(ChatSocket.java:41)",
                    "com.acme.ws.Route.serve(Route.java:90)",
                    "java.lang.Thread.run(Thread.java:840)")));
    target.sites = List.of(site, holder("com.acme.RedisManager"));
    target.groups = List.of(ungrouped(1));
    return agent(target);
  }

  /** A client of a library, which two lines of the application have made in different ways. */
  public static AgentSnapshot library() {
    String client = "org.client.HttpClient";
    TargetSnapshot target = target(client);
    target.canonical.birthSite = "HttpClient.java:12";
    target.canonical.replacement = "HttpClient.getInstance()";
    SiteSnapshot plain = site(null, "com.acme.jobs.Job#fetch:31");
    plain.constructions = 4;
    plain.live = 4;
    SiteSnapshot built = site(null, "com.acme.web.Page#show:77");
    built.via = new StackTraceElement(client + "$Builder", "build", "HttpClient.kt", 1069);
    built.redirectable = false;
    built.reason = Reason.FACTORY_METHOD;
    SiteSnapshot hidden = site(null, "com.acme.web.Page#show:78");
    hidden.via = new StackTraceElement("org.client.Clients", "create", null, -1);
    target.sites = List.of(plain, built, hidden, holder(client));
    GroupSnapshot group = ungrouped(3);
    group.files = 2;
    group.redirectable = 2;
    target.groups = List.of(group);
    AgentSnapshot snapshot = agent(target);
    snapshot.application = List.of("/srv/chat/chat-service.jar!/BOOT-INF/classes", "com.acme.**");
    return snapshot;
  }

  /** The target is used as it should be. */
  public static AgentSnapshot nothingFound() {
    TargetSnapshot target = target("com.acme.RedisManager");
    target.sites = List.of(holder("com.acme.RedisManager"));
    return agent(target);
  }

  /** No class of the application matched. */
  public static AgentSnapshot noTarget() {
    return agent();
  }

  /** More objects than are tracked, some older than the agent, and no canonical instance. */
  public static AgentSnapshot inexact() {
    AgentSnapshot snapshot = oneSite();
    snapshot.attached = "agentmain";
    TargetSnapshot target = snapshot.targets.get(0);
    target.exact = false;
    CanonicalSnapshot unknown = new CanonicalSnapshot();
    unknown.source = "auto";
    target.canonical = unknown;
    SiteSnapshot site = target.sites.get(0);
    site.constructions = 1_204_330;
    site.live = 9_999;
    site.redirectable = false;
    site.reason = Reason.CANONICAL_UNKNOWN;
    SiteSnapshot hidden = site(null, "unattributed#unattributed:-1");
    hidden.file = null;
    hidden.kind = Kind.UNATTRIBUTED;
    hidden.redirectable = false;
    hidden.reason = Reason.UNATTRIBUTED;
    target.sites = List.of(site, hidden);
    target.groups = List.of(ungrouped(2));
    target.groups.get(0).redirectable = 0;
    return summed(snapshot);
  }

  /** Compared with the heap: alone, with a namesake, and while objects were made. */
  public static AgentSnapshot heap() {
    AgentSnapshot snapshot = twoLoaders();
    snapshot.attached = "agentmain";
    TargetSnapshot alone = oneSite().targets.get(0);
    alone.className = "com.acme.Alone";
    alone.heap = heap(15, 13, 0, 1);
    alone.beforeAttach = 2;
    TargetSnapshot busy = oneSite().targets.get(0);
    busy.className = "com.acme.Busy";
    busy.heap = heap(12, 13, 7, 1);
    for (TargetSnapshot namesake : snapshot.targets) {
      namesake.heap = heap(14, 14, 0, 2);
    }
    busy.exact = false;
    snapshot.targets.forEach(namesake -> namesake.exact = false);
    snapshot.targets = List.of(alone, busy, snapshot.targets.get(0), snapshot.targets.get(1));
    return summed(snapshot);
  }

  private static HeapSnapshot heap(long instances, long live, long meanwhile, int loaders) {
    HeapSnapshot heap = new HeapSnapshot();
    heap.at = START.plusSeconds(700);
    heap.instances = instances;
    heap.live = live;
    heap.difference = instances - live;
    heap.meanwhile = meanwhile;
    heap.loaders = loaders;
    return heap;
  }

  /** Compiled with {@code -g:none}. */
  public static AgentSnapshot noDebugInformation() {
    AgentSnapshot snapshot = oneSite();
    SiteSnapshot site = snapshot.targets.get(0).sites.get(0);
    site.file = null;
    site.line = -1;
    site.stacks =
        List.of(new StackSnapshot(1, List.of("com.acme.ws.ChatSocket.open(Unknown Source)")));
    return snapshot;
  }

  /** Two web applications with a copy of the class each. */
  public static AgentSnapshot twoLoaders() {
    AgentSnapshot snapshot = oneSite();
    TargetSnapshot first = snapshot.targets.get(0);
    first.loader = "ParallelWebappClassLoader@3f91beef";
    TargetSnapshot second = nothingFound().targets.get(0);
    second.loader = "ParallelWebappClassLoader@1a6c5a9e";
    snapshot.targets = List.of(first, second);
    return snapshot;
  }

  /** Names that a compiler, a generator or an enemy would make, and everything that is optional. */
  public static AgentSnapshot weirdNames() {
    TargetSnapshot target = target("com.acme.RedisManager");
    String deep =
        "com.acme.platform.integration.messaging.websocket.internal.configuration.generated.";
    SiteSnapshot generated =
        site(
            "Ünïcode & \u001b[31mred", deep + "AbstractWebSocketSessionFactory$$Inner#create:1204");
    generated.className += "$$EnhancerBySpringCGLIB$$1f2e3d4c";
    generated.constructions = 1_000_000;
    generated.live = 3;
    generated.threads = List.of("pool-1\nthread-1");
    generated.stacks = List.of(deepStack(deep));
    SiteSnapshot reflective = site(null, "com.acme.plugins.Loader#lambda$load$0:77");
    reflective.kind = Kind.METHOD_REFERENCE;
    reflective.redirectable = false;
    reflective.reason = Reason.SERIALIZABLE_REFERENCE;
    SiteSnapshot endless = site(null, "com.acme.Gen#<clinit>:5");
    endless.file = "A" + "_".repeat(60) + "VeryLongGeneratedSourceFileName.java";
    target.sites = List.of(generated, reflective, endless, holder("com.acme.RedisManager"));
    GroupSnapshot group = ungrouped(1);
    group.name = generated.group;
    group.priority = 1;
    target.groups = List.of(group, ungrouped(2));
    target.groups.get(1).redirectable = 1;
    target.subclasses = Map.of("com.acme.LoggingRedisManager", 2L);
    TargetSnapshot.NotWoven huge = new TargetSnapshot.NotWoven();
    huge.className = deep + "TokenTables";
    huge.method = "initialiseEverything";
    huge.line = 7;
    huge.reason = Reason.METHOD_TOO_LARGE;
    TargetSnapshot.NotWoven bare = new TargetSnapshot.NotWoven();
    bare.className = "com.acme.Old";
    bare.method = "<init>";
    bare.line = -1;
    bare.reason = Reason.UNKNOWN_FORM;
    target.notWoven = List.of(huge, bare);
    AgentSnapshot snapshot = agent(target);
    AgentSnapshot.Refused refused = new AgentSnapshot.Refused();
    refused.className = "com.acme.Color";
    refused.reason = Reason.ENUM;
    snapshot.refused = List.of(refused);
    return snapshot;
  }

  /** Every name that a view shows is {@link #HOSTILE}, once per role. */
  public static AgentSnapshot hostileNames() {
    AgentSnapshot snapshot = oneSite();
    TargetSnapshot target = snapshot.targets.get(0);
    target.className = "com.acme." + HOSTILE;
    target.loader = "Loader" + HOSTILE;
    target.canonical.description = HOSTILE + "#get()";
    target.canonical.birthSite = HOSTILE + ":1";
    target.canonical.replacement = HOSTILE + ".get()";
    target.subclasses = Map.of("Sub" + HOSTILE, 1L);
    SiteSnapshot site = target.sites.get(0);
    site.className = "com.acme.ws." + HOSTILE;
    site.method = "call" + HOSTILE;
    site.file = HOSTILE + ".java";
    site.group = "Group" + HOSTILE;
    site.threads = List.of("Thread" + HOSTILE);
    site.stacks = List.of(new StackSnapshot(1, List.of("Frame" + HOSTILE, "```", "</pre>")));
    target.groups.get(0).name = site.group;
    target.groups.get(0).priority = 1;
    TargetSnapshot.NotWoven notWoven = new TargetSnapshot.NotWoven();
    notWoven.className = "NotWoven" + HOSTILE;
    notWoven.method = "m";
    notWoven.line = 1;
    notWoven.reason = Reason.UNKNOWN_FORM;
    target.notWoven = List.of(notWoven);
    AgentSnapshot.Refused refused = new AgentSnapshot.Refused();
    refused.className = "Refused" + HOSTILE;
    refused.reason = Reason.ENUM;
    snapshot.refused = List.of(refused);
    return snapshot;
  }

  private static AgentSnapshot agent(TargetSnapshot... targets) {
    AgentSnapshot snapshot = new AgentSnapshot();
    snapshot.version = "0.2.0";
    snapshot.mode = Mode.OBSERVE;
    snapshot.attached = "premain";
    JvmProcess process = new JvmProcess();
    process.pid = 4711;
    process.host = "chat-7d9f";
    process.main = "chat-service.jar";
    process.started = START;
    snapshot.jvm = () -> process;
    snapshot.javaVersion = "17.0.15";
    snapshot.at = START.plusSeconds(754);
    snapshot.targets = List.of(targets);
    return summed(snapshot);
  }

  /** Brings the totals in line with the sites and the heap, as the agent does. */
  public static AgentSnapshot summed(AgentSnapshot snapshot) {
    for (TargetSnapshot target : snapshot.targets) {
      target.totals = new Totals();
      Set<String> files = new HashSet<>();
      for (SiteSnapshot site : target.sites) {
        target.totals.add(site.constructions, site.redirects, site.live);
        target.totals.addUnmade(site.failed, site.refusals);
        if (!site.allowed) {
          files.add(site.className.replaceAll("\\$.*", ""));
        }
      }
      target.files = files.size();
      target.totals.addUntracked(target.beforeAttach);
    }
    return snapshot;
  }

  private static TargetSnapshot target(String className) {
    TargetSnapshot target = new TargetSnapshot();
    target.className = className;
    target.loader = "app";
    target.mode = Mode.OBSERVE;
    target.exact = true;
    CanonicalSnapshot canonical = new CanonicalSnapshot();
    canonical.source = "auto";
    canonical.description = className + "#getInstance()";
    canonical.resolved = true;
    canonical.identity = "1b6d3586";
    canonical.birthSite = "RedisManager.java:12";
    canonical.birthAt = START.plusSeconds(2);
    canonical.replacement = "RedisManager.getInstance()";
    target.canonical = canonical;
    return target;
  }

  private static GroupSnapshot group(
      TargetSnapshot target, String name, int priority, List<String> sites) {
    for (String site : sites) {
      target.sites.add(site(name, "com.acme.chat." + site));
    }
    GroupSnapshot group = ungrouped(sites.size());
    group.name = name;
    group.priority = priority;
    return group;
  }

  private static GroupSnapshot ungrouped(int sites) {
    GroupSnapshot group = new GroupSnapshot();
    group.mode = Mode.OBSERVE;
    group.priority = Integer.MAX_VALUE;
    group.files = sites;
    group.sites = sites;
    group.redirectable = sites;
    return group;
  }

  /** {@code com.acme.Class#method:line}, in a file of the outermost class's name. */
  private static SiteSnapshot site(String group, String where) {
    int hash = where.indexOf('#');
    int colon = where.lastIndexOf(':');
    SiteSnapshot site = new SiteSnapshot();
    site.className = where.substring(0, hash);
    site.method = where.substring(hash + 1, colon);
    String simple = site.className.substring(site.className.lastIndexOf('.') + 1);
    int nested = simple.indexOf('$');
    site.file = (nested < 0 ? simple : simple.substring(0, nested)) + ".java";
    site.line = Integer.parseInt(where.substring(colon + 1));
    site.kind = Kind.NEW;
    site.group = group;
    site.mode = Mode.OBSERVE;
    site.constructions = 1;
    site.live = 1;
    site.firstSeen = START.plusSeconds(3);
    site.lastSeen = START.plusSeconds(700);
    site.threads = List.of("main");
    site.redirectable = true;
    return site;
  }

  private static SiteSnapshot holder(String target) {
    SiteSnapshot site = site(null, target + "#<clinit>:12");
    site.allowed = true;
    site.redirectable = false;
    site.reason = Reason.INSIDE_TARGET;
    return site;
  }

  private static StackSnapshot webSocketStack() {
    String manager = "com.acme.chat.ws.WebSocketManager.";
    String spring = "org.springframework.web.socket.";
    return new StackSnapshot(
        1,
        List.of(
            manager + "afterConnectionEstablished(WebSocketManager.java:61)",
            spring
                + "handler.WebSocketHandlerDecorator.afterConnectionEstablished"
                + "(WebSocketHandlerDecorator.java:55)",
            spring
                + "handler.LoggingWebSocketHandlerDecorator.afterConnectionEstablished"
                + "(LoggingWebSocketHandlerDecorator.java:48)",
            "com.acme.chat.ws.WebSocketRoute.handshake(WebSocketRoute.java:40)",
            "jdk.internal.reflect.DirectMethodHandleAccessor.invoke"
                + "(DirectMethodHandleAccessor.java:103)",
            "java.lang.reflect.Method.invoke(Method.java:580)",
            "java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)",
            "java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:635)",
            "java.lang.Thread.run(Thread.java:840)"));
  }

  private static StackSnapshot deepStack(String deep) {
    List<String> frames = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      frames.add(deep + "Layer" + i + ".call(Layer" + i + ".java:" + i + ")");
    }
    return new StackSnapshot(1, frames);
  }
}
