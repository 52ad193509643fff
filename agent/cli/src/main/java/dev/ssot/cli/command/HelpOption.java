package dev.ssot.cli.command;

import picocli.CommandLine.Option;

/** {@code --help}, which every command has. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  void help(boolean wanted) {
    // picocli prints it and runs no command
  }
}
