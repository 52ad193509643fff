package dev.ssot.demo.story;

import dev.ssot.demo.DemoFailure;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plays the acts one after the other, prints the table and holds the claims against it. */
public final class Story {
  /**
   * The instances of a session that fails go, so that the next one constructs. As long as they are
   * kept and hold the last connections, only a restart helps: no switch frees what exists.
   */
  private static final String CLOSES_FAILED = "--chat.keep-failed=false";

  /** Lines of what a command prints. */
  private static final int SHOWN = 20;

  private final StoryPlan plan;
  private final Path agent;
  private final Map<Act, Figures> figures = new EnumMap<>(Act.class);
  private final long began = System.nanoTime();

  private Story(StoryPlan plan) {
    this.plan = plan;
    agent = AgentJar.find(plan.agent());
  }

  /**
   * Takes one or two minutes. Progress goes to stderr, the table to stdout.
   *
   * @throws DemoFailure when a claim does not hold, with its words, or something was in the way
   */
  public static void tell(StoryPlan plan) {
    Story story = new Story(plan);
    try (Stage stage = new Stage()) {
      try {
        story.play(stage);
      } catch (RuntimeException e) {
        if (stage.isCleared()) {
          return;
        }
        throw e;
      }
    }
    story.conclude();
  }

  private void play(Stage stage) {
    for (Act act : List.of(Act.WITHOUT, Act.OBSERVE, Act.DRY_RUN, Act.FIRST_GROUP)) {
      try (Performance performance = start(stage, act)) {
        note(performance.play(act));
      }
    }
    try (Performance performance = start(stage, Act.ALL)) {
      note(performance.play(Act.ALL));
      switchTo(performance, Act.ROLLED_BACK);
      switchTo(performance, Act.ENFORCED_AGAIN);
    }
    try (Performance performance = start(stage, Act.FAILING, CLOSES_FAILED)) {
      note(performance.play(Act.FAILING));
      attach(performance, stage.directory());
      note(performance.play(Act.ATTACHED));
      leave(performance);
      note(performance.play(Act.LEFT));
    }
  }

  /** From a process that is failing to one that works, without a restart. */
  private void attach(Performance failing, Path directory) {
    say(Act.ATTACHED.title() + ", in the same JVM, which is failing");
    String config = Settings.file(Act.ATTACHED, directory).toString();
    String pid = String.valueOf(failing.pid());
    command("attach", pid, "--config", config);
    command("mode", pid, "enforce", "--dry-run");
    command("mode", pid, "enforce");
  }

  /** The other way; the users have gone, so nobody holds what is shared but the service itself. */
  private void leave(Performance mended) {
    say(Act.LEFT.title() + ", in the same JVM");
    String pid = String.valueOf(mended.pid());
    command("report", pid);
    command("mode", pid, "observe");
    command("detach", pid, "--force");
  }

  private void command(String... words) {
    System.err.println("         $ java -jar ssot-agent.jar " + String.join(" ", words));
    List<String> lines = new AgentTerminal(agent).call(words).lines().toList();
    for (String line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
      System.err.println("         " + line);
    }
    if (lines.size() > SHOWN) {
      System.err.printf("         (%d more lines)%n", lines.size() - SHOWN);
    }
  }

  private void switchTo(Performance performance, Act act) {
    say(act.title() + ", in the same JVM");
    performance.switchTo(act.mode());
    note(performance.play(act));
  }

  private Performance start(Stage stage, Act act, String... service) {
    say(act.title());
    List<String> options =
        act.mode() == null
            ? List.of()
            : List.of("-javaagent:" + agent + "=" + Settings.of(act, stage.directory()));
    return new Performance(stage, plan.load(), stage.start(act.name(), options, service));
  }

  private void note(Figures measured) {
    figures.put(measured.act(), measured);
    say(
        "  %d of %d sessions worked; live instances: %s, Redis clients: %s"
            .formatted(
                measured.worked(),
                measured.sessions(),
                Words.of(measured.instances()),
                Words.of(measured.redisClients())));
  }

  private void say(String line) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    System.err.printf("%3d s  %s%n", seconds, line);
  }

  private void conclude() {
    List<Claim> claims = new Claims(figures).all();
    System.out.println(new Table(figures.values()).text());
    System.out.println();
    for (Claim claim : claims) {
      System.out.printf(
          "%-4s %s (%s)%n", claim.holds() ? "ok" : "NOT", claim.claim(), claim.measured());
    }
    if (plan.json() != null) {
      write(claims);
    }
    claims.stream()
        .filter(claim -> !claim.holds())
        .findFirst()
        .ifPresent(
            claim -> {
              throw new DemoFailure(
                  "the story does not hold: %s; measured: %s"
                      .formatted(claim.claim(), claim.measured()),
                  null);
            });
  }

  private void write(List<Claim> claims) {
    try {
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValue(plan.json(), new Told(List.copyOf(figures.values()), claims));
    } catch (JacksonException e) {
      throw new DemoFailure("cannot write --json=" + plan.json() + ": " + e.getMessage(), e);
    }
  }

  /** The file that {@code --json} names. */
  private record Told(List<Figures> acts, List<Claim> claims) {}
}
