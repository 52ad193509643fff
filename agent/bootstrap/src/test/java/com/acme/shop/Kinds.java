package com.acme.shop;

import java.util.ArrayList;

/** Classes of an application of which some cannot be targets. */
public final class Kinds {
  private Kinds() {}

  public interface Store {
    void open();
  }

  public abstract static class Base implements Store {}

  public static class Far extends Base {
    @Override
    public void open() {}
  }

  public static class NearStore extends Far {}

  public static class One extends Far {}

  public static class Two extends Far {}

  public static class Three extends Far {}

  public static class Four extends Far {}

  public enum Level {
    LOW
  }

  public @interface Mark {}

  public static class Words extends ArrayList<String> {
    private static final long serialVersionUID = 1;
  }
}
