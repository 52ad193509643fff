package dev.ssot.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ssot.bootstrap.options.Durations;
import dev.ssot.bootstrap.options.ReportFormat;
import dev.ssot.bootstrap.options.ReportTarget;
import dev.ssot.cli.jvm.AgentConnection;
import dev.ssot.cli.jvm.Failure;
import dev.ssot.cli.jvm.JavaProcess;
import dev.ssot.cli.terminal.Progress;
import dev.ssot.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code report}: the lines that construct, in the order in which someone should fix them. */
@Command(
    name = "report",
    description = {
      "Shows which lines construct, how often, and what can be done.",
      "With --groups: a configuration file to start from, with the call sites in groups."
    })
final class ReportCommand extends AgentCommand {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, json, markdown or html; without it, what the extension of FILE says, else text.")
  private String format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write it to a file, which is replaced as a whole.")
  private Path file;

  @Option(
      names = "--watch",
      paramLabel = "TIME",
      description = "Again and again, such as every 5s, until Ctrl-C.")
  private String watch;

  @Option(names = "--groups", description = "The configuration file instead of the report.")
  private boolean groups;

  private long watchMillis;
  private String formatName;

  ReportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void check() throws Failure {
    try {
      formatName = format().toString();
      watchMillis = watch == null ? 0 : Math.max(1_000, Durations.parse(watch).toMillis());
    } catch (IllegalArgumentException invalid) {
      throw new Failure(Failure.USAGE, invalid.getMessage(), invalid);
    }
    if (groups && format != null) {
      throw new Failure(Failure.USAGE, "--groups is YAML and has no --format");
    }
  }

  private ReportFormat format() {
    if (format != null) {
      return ReportFormat.named(format);
    }
    return file == null || groups ? ReportFormat.TEXT : ReportTarget.of(file.toString()).format();
  }

  @Override
  int perform(JavaProcess process, AgentConnection agent) throws Failure {
    show(text(agent), watchMillis > 0);
    while (watchMillis > 0) {
      try {
        Thread.sleep(watchMillis);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return FINE;
      }
      show(text(agent), true);
    }
    return FINE;
  }

  private String text(AgentConnection agent) throws Failure {
    return Progress.during(
        terminal,
        "reading the report",
        () -> groups ? agent.answer("starterFile") : agent.answer("report", formatName));
  }

  private void show(String text, boolean again) throws Failure {
    if (file == null) {
      out.print((again ? terminal.replacing() : "") + text + (text.endsWith("\n") ? "" : "\n"));
      out.flush();
      return;
    }
    try {
      Path part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, text.getBytes(UTF_8));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new Failure(Failure.USAGE, "cannot write " + file + ": " + unwritable, unwritable);
    }
  }
}
