package dev.ssot.engine.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FramesTest {
  private final StackTraceElement[] stack = {
    frame("java.lang.SsotDispatch", "completed"),
    frame("dev.ssot.engine.dispatch.EngineDispatch", "unaccounted"),
    frame("com.acme.RedisManager", "<init>"),
    frame("com.acme.Chat", "open"),
    frame("com.acme.Main", "serve"),
    frame("com.acme.Main", "main")
  };

  @Test
  void a_stack_is_told_from_a_method_outwards_and_cut_at_the_depth() {
    assertThat(Frames.from("com.acme.Chat", "open", stack, 2))
        .extracting(StackTraceElement::getMethodName)
        .containsExactly("open", "serve");
  }

  @Test
  void without_that_method_only_the_frames_of_the_agent_are_cut_off() {
    assertThat(Frames.from("com.acme.Chat", "close", stack, 9))
        .extracting(StackTraceElement::getMethodName)
        .containsExactly("<init>", "open", "serve", "main");
    assertThat(Frames.outsideTheAgent(stack)).hasSize(4);
    assertThat(Frames.outsideTheAgent(stack, 1)).containsExactly(stack[2]);
  }

  private static StackTraceElement frame(String className, String method) {
    return new StackTraceElement(className, method, "A.java", 7);
  }
}
