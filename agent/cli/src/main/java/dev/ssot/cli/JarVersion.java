package dev.ssot.cli;

import dev.ssot.bootstrap.SsotAgent;
import picocli.CommandLine.IVersionProvider;

/** Version and commit from the manifest of the jar that runs. */
final class JarVersion implements IVersionProvider {
  JarVersion() {}

  @Override
  public String[] getVersion() {
    return new String[] {"ssot-agent " + SsotAgent.class.getPackage().getImplementationVersion()};
  }
}
