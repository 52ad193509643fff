package dev.ssot.cli;

import dev.ssot.bootstrap.zone.Zone;
import picocli.CommandLine.IVersionProvider;

/** Version and commit from the manifest of the jar that runs. */
final class JarVersion implements IVersionProvider {
  JarVersion() {}

  @Override
  public String[] getVersion() throws Exception {
    Zone zone = Zone.ofThisJar();
    return new String[] {
      "ssot-agent "
          + zone.attribute("Implementation-Version")
          + " ("
          + zone.attribute("Implementation-Build")
          + ")"
    };
  }
}
