package lib;

/** What a library makes: by methods of its own, a builder and a generic one. */
public class Client implements AutoCloseable {
  private final Object options;

  Client(Object options) {
    this.options = options;
  }

  public static Client create() {
    return new Client("none");
  }

  public static Client create(Object options) {
    return new Client(options);
  }

  public static Client wide(long size, double factor, Object... more) {
    return new Client(size + factor);
  }

  public static Builder builder() {
    return new Builder();
  }

  public Object options() {
    return options;
  }

  @Override
  public void close() {}

  public interface Made {
    static Client of(Object options) {
      return new Client(options);
    }
  }

  /** Builds clients, and what a caller takes for one. */
  public static class Builder {
    private Object port;

    public Builder port(int value) {
      port = value;
      return this;
    }

    public Client build() {
      return new Client(port);
    }

    @SuppressWarnings("unchecked")
    public <T> T buildAny() {
      return (T) new Client(port);
    }
  }
}
