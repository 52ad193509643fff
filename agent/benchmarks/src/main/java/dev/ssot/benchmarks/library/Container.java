package dev.ssot.benchmarks.library;

/** Makes one of each when it is told to, and hands out the same from then on. */
public final class Container {
  private Pool pool;
  private Client client;

  /** Makes the pool. */
  public Pool openPool() {
    pool = new Pool();
    return pool;
  }

  /** Makes the client. */
  public Client openClient() {
    client = new OtherClient();
    return client;
  }

  /** Makes nothing. */
  public Pool currentPool() {
    return pool;
  }

  /** Makes nothing. Its name does not tell that. */
  public Client currentClient() {
    return client;
  }

  /** Makes nothing, as its name tells. */
  public Client getClient() {
    return client;
  }
}
