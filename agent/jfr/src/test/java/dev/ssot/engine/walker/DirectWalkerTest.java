package dev.ssot.engine.walker;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.MadeByReflection;
import dev.ssot.engine.application.ApplicationCode;
import dev.ssot.engine.stack.FrameRoles;
import dev.ssot.engine.stack.OwnMaker;
import dev.ssot.engine.stack.PartialStack;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DirectWalkerTest {
  private static final Class<?> CLASS = MadeByReflection.class;
  private static final String MADE = CLASS.getName();
  private static final OwnMaker MAKER = new OwnMaker(MADE, null, null);

  @Test
  void ends_where_the_application_asked() throws Exception {
    var stack =
        (PartialStack)
            MadeByReflection.made(
                () -> PartialStack.ofConstructor(CLASS, ApplicationCode.all(), MAKER).take());
    StackTraceElement[] frames = stack.frames();

    assertThat(frames[0]).isEqualTo(new StackTraceElement(MADE, "<init>", null, -1));
    assertThat(frames[frames.length - 1].getMethodName()).isEqualTo("made");
    assertThat(frames).hasSizeBetween(3, 10);
    assertThat(stack.showsHandles()).isTrue();
  }

  @Test
  void tells_the_same_line_as_the_whole_stack() throws Exception {
    Object[] both =
        (Object[])
            MadeByReflection.made(
                () -> new Object[] {PartialStack.of(MADE).take(), new Throwable().getStackTrace()});
    StackTraceElement[] near = ((PartialStack) both[0]).frames();

    assertThat((StackTraceElement[]) both[1]).contains(near[near.length - 1]);
  }

  @Test
  void knows_the_role_of_each_frame_by_its_class() throws Exception {
    var stack =
        (PartialStack)
            MadeByReflection.made(
                () -> PartialStack.ofConstructor(CLASS, ApplicationCode.all(), MAKER).take());
    int last = stack.frames().length - 1;

    assertThat(stack.roles()[0]).isZero();
    assertThat(IntStream.range(1, last))
        .allMatch(each -> (stack.roles()[each] & FrameRoles.PLUMBING) != 0)
        .anyMatch(each -> (stack.roles()[each] & FrameRoles.REFLECTION) != 0);
    assertThat(stack.roles()[last]).isZero();
  }

  /** Frames of the agent, whose packages this test is in, are on top of the constructor's. */
  @Test
  void finds_the_same_frame_however_many_lie_before_it() throws Exception {
    for (int depth = 0; depth < 60; depth++) {
      int above = depth;

      assertThat(MadeByReflection.made(() -> asked(above))).isEqualTo("made");
      assertThat(MadeByReflection.made(() -> asked(0))).isEqualTo("made");
    }
  }

  @Test
  void tells_the_constructor_that_was_called_and_not_one_that_this_calls() throws Exception {
    assertThat(MadeByReflection.made(() -> PartialStack.of(MADE).take().constructor()))
        .isEqualTo("(Ljava/util/function/Supplier;)V");
    assertThat(MadeByReflection.chained(() -> PartialStack.of(MADE).take().constructor()))
        .isEqualTo("()V");
    assertThat(
            MadeByReflection.made(
                () ->
                    PartialStack.ofConstructor(CLASS, ApplicationCode.all(), MAKER)
                        .take()
                        .constructor()))
        .isEqualTo("(Ljava/util/function/Supplier;)V");
    assertThat(
            MadeByReflection.chained(
                () ->
                    PartialStack.ofConstructor(CLASS, ApplicationCode.all(), MAKER)
                        .take()
                        .constructor()))
        .isEqualTo("()V");
  }

  private static String asked(int depth) {
    if (depth > 0) {
      return asked(depth - 1);
    }
    StackTraceElement[] frames =
        PartialStack.ofConstructor(CLASS, ApplicationCode.all(), MAKER).take().frames();
    return frames[frames.length - 1].getMethodName();
  }
}
