package dev.ssot.demo.chat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.OrderUtils;
import org.springframework.stereotype.Component;

/**
 * Makes the steps of each session. One session is set up at a time, and the steps of one that could
 * not be are kept: the next session tries again with them instead of asking Redis for even more.
 * With {@code chat.keep-failed=false} they are closed, and the next session makes its own.
 */
@Component
final class SessionSteps implements AutoCloseable {
  private final ListableBeanFactory beans;
  private final List<String> names;
  private final boolean keep;
  private List<SessionStep> spare = List.of();

  SessionSteps(ListableBeanFactory beans, @Value("${chat.keep-failed:true}") boolean keepsFailed) {
    this.beans = beans;
    keep = keepsFailed;
    names =
        Arrays.stream(beans.getBeanNamesForType(SessionStep.class))
            .sorted(Comparator.comparing(name -> OrderUtils.getOrder(beans.getType(name))))
            .toList();
  }

  /** Sets the session up; whoever gets the steps has to close them when it has gone. */
  synchronized List<SessionStep> open(ChatSession session) {
    if (spare.isEmpty()) {
      // By name: a stream of an ObjectProvider makes each prototype twice.
      spare = names.stream().map(name -> beans.getBean(name, SessionStep.class)).toList();
    }
    List<SessionStep> steps = spare;
    try {
      steps.forEach(step -> step.opened(session));
    } catch (RuntimeException failed) {
      if (!keep) {
        close();
      }
      throw failed;
    }
    spare = List.of();
    return steps;
  }

  @Override
  public synchronized void close() {
    spare.forEach(SessionStep::close);
    spare = List.of();
  }
}
