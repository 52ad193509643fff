package dev.ssot.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.MadeByReflection;
import dev.ssot.engine.ledger.Recorder;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.stack.PartialStack;
import org.junit.jupiter.api.Test;

final class PartialStackTest {
  private final Target target = new Recorder().target("com.acme.MadeByReflection", 10);

  @Test
  void ends_where_the_application_asked() throws Exception {
    var frames =
        (StackTraceElement[])
            MadeByReflection.made(() -> PartialStack.of(target.className).frames());

    assertThat(frames[0].getMethodName()).isEqualTo("<init>");
    assertThat(frames[frames.length - 1].getMethodName()).isEqualTo("made");
    assertThat(frames).hasSizeBetween(3, 10);
  }

  @Test
  void tells_the_same_as_the_whole_stack() throws Exception {
    var near =
        (Location)
            MadeByReflection.made(() -> location(PartialStack.of(target.className).frames()));
    var whole = (Location) MadeByReflection.made(() -> location(new Throwable().getStackTrace()));

    assertThat(near).isEqualTo(whole);
    assertThat(near.kind).isEqualTo(Kind.REFLECTION);
    assertThat(near.method).isEqualTo("made");
  }

  @Test
  void tells_the_constructor_that_was_called_and_not_one_that_this_calls() throws Exception {
    assertThat(MadeByReflection.made(() -> PartialStack.of(target.className).constructor()))
        .isEqualTo("(Ljava/util/function/Supplier;)V");
    assertThat(MadeByReflection.chained(() -> PartialStack.of(target.className).constructor()))
        .isEqualTo("()V");
  }

  private Location location(StackTraceElement[] frames) {
    return new StackReader(target, frames, true, false).location();
  }
}
