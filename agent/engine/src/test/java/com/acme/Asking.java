package com.acme;

import java.util.concurrent.Callable;

/** An application: everything that the tests themselves call looks like the agent's own. */
public final class Asking {
  private Asking() {}

  public static <T> T ask(Callable<T> question) throws Exception {
    return question.call();
  }
}
