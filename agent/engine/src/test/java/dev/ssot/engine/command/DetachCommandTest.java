package dev.ssot.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who holds a shared instance is asked again once nothing is handed out any more. */
final class DetachCommandTest implements Detaching {
  private final Map<String, Set<String>> owners = new TreeMap<>();
  private final DetachCommand command = new DetachCommand(this);
  private Runnable inBetween = () -> {};
  private boolean asked;

  @Test
  void it_leaves_if_nobody_holds_a_shared_instance() {
    assertThat(command.perform(false)).isEqualTo("left");
  }

  @Test
  void former_owners_are_named_before_anything_stops() {
    owners.put("acme.Pool", Set.of("acme.Chat"));

    assertThatIllegalStateException()
        .isThrownBy(() -> command.perform(false))
        .withMessageStartingWith("acme.Pool is shared by acme.Chat");
    assertThat(asked).isFalse();
    assertThat(command.perform(true)).isEqualTo("left");
  }

  @Test
  void one_that_is_redirected_in_between_does_not_escape() {
    inBetween = () -> owners.put("acme.Pool", Set.of("acme.Chat"));

    assertThatIllegalStateException()
        .isThrownBy(() -> command.perform(false))
        .withMessageStartingWith("acme.Pool is shared by acme.Chat");
    assertThat(command.perform(true)).isEqualTo("left");
  }

  @Override
  public Map<String, Set<String>> formerOwners() {
    return owners;
  }

  @Override
  public String leave(Runnable permission) {
    asked = true;
    inBetween.run();
    permission.run();
    return "left";
  }
}
