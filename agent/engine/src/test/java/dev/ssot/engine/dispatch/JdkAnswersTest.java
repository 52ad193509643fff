package dev.ssot.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Asking;
import dev.ssot.engine.ledger.DetectionListener;
import dev.ssot.engine.ledger.Limits;
import dev.ssot.engine.ledger.Site;
import dev.ssot.engine.ledger.StackSample;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.ledger.Targets;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.redirect.Answer;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hooks in the JDK are told, without the hooks. */
final class JdkAnswersTest implements DetectionListener {
  private static final Made SHARED = new Made(0);

  private boolean redirects = true;
  private boolean counts = true;
  private Object answer = SHARED;
  private final Targets targets = new Targets(new Limits(100, 3), this, (target, place) -> counts);
  private final List<Site> asked = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();
  private JdkAnswers answers;
  private Target target;
  private Constructor<Made> constructor;

  private static class Made implements Serializable {
    private static final long serialVersionUID = 1;

    final int number;

    Made(int number) {
      this.number = number;
    }
  }

  private static final class Sub extends Made {
    private static final long serialVersionUID = 1;

    Sub(int number) {
      super(number);
    }
  }

  @BeforeEach
  void load() throws NoSuchMethodException {
    answers = new JdkAnswers(targets, this, answering(this::answer), new GivenHandles());
    target = targets.loaded(Made.class.getName(), Made.class.getClassLoader());
    constructor = Made.class.getDeclaredConstructor(int.class);
  }

  private Answer answer(Site site, Class<?> made, Object[] arguments) throws Throwable {
    asked.add(site);
    if (answer instanceof Error error) {
      throw error;
    }
    return answer instanceof IllegalStateException refusal
        ? Answer.refusal(refusal)
        : Answer.of(answer);
  }

  @Test
  void a_reflective_construction_is_answered_and_its_arguments_are_looked_at() throws Throwable {
    assertThat(answers.reflected(constructor, new Object[] {1}).instance()).isSameAs(SHARED);
    assertThat(answers.reflected(constructor, new Object[] {"1"})).isSameAs(Answer.CONSTRUCT);
    assertThat(answers.reflected(constructor, null)).isSameAs(Answer.CONSTRUCT);
    assertThat(asked).hasSize(1);
  }

  @Test
  void what_is_no_target_is_not_asked_about() throws Throwable {
    assertThat(answers.reflected(Sub.class.getDeclaredConstructor(int.class), new Object[] {1}))
        .isSameAs(Answer.CONSTRUCT);
    assertThat(answers.reflected(null, null)).isSameAs(Answer.CONSTRUCT);
    assertThat(answers.resolves(Sub.class)).isFalse();
    assertThat(answers.resolves(null)).isFalse();
    assertThat(answers.deserialized("text")).isSameAs(Answer.CONSTRUCT);
    assertThat(asked).isEmpty();
  }

  @Test
  void to_observe_asks_for_nothing() throws Throwable {
    redirects = false;
    MethodHandle wrapped = Asking.ask(() -> answers.wrap(found()));

    assertThat(answers.reflected(constructor, new Object[] {1})).isSameAs(Answer.CONSTRUCT);
    assertThat(((Made) wrapped.invoke(1)).number).isEqualTo(1);
    assertThat(asked).isEmpty();
  }

  @Test
  void a_handle_answers_by_what_holds_when_it_is_called() throws Throwable {
    redirects = false;
    MethodHandle wrapped = Asking.ask(() -> answers.wrap(found()));
    redirects = true;

    assertThat(Asking.ask(() -> made(wrapped))).isSameAs(SHARED);
    assertThat(asked).singleElement().matches(site -> site.location.kind == Kind.METHOD_HANDLE);
    assertThat(asked.get(0).location.className).isEqualTo(Asking.class.getName());
  }

  @Test
  void a_handle_that_the_jdk_looks_up_stays_as_it_is() throws Throwable {
    MethodHandle found = found();

    assertThat(answers.wrap(found)).isSameAs(found); // the next caller is that of this test
    MethodHandle wrapped = Asking.ask(() -> answers.wrap(found));
    assertThat(answers.unwrap(wrapped)).isSameAs(found).isNotSameAs(wrapped);
  }

  @Test
  void what_is_to_be_thrown_is_thrown_by_a_handle_and_a_fault_of_ours_is_not() throws Throwable {
    MethodHandle wrapped = Asking.ask(() -> answers.wrap(found()));
    var refusal = new IllegalStateException("refused");

    answer = refusal;
    assertThat(thrown(wrapped)).isSameAs(refusal);
    assertThat(answers.reflected(constructor, new Object[] {1}).refusal()).isSameAs(refusal);

    answer = new LinkageError("ours");
    assertThat(thrown(wrapped)).isNull();
    assertThat(failures).containsExactly((Throwable) answer);
  }

  @Test
  void an_answer_of_another_class_is_none() throws Throwable {
    answer = new Sub(1);

    assertThat(answers.reflected(constructor, new Object[] {1})).isSameAs(Answer.CONSTRUCT);
    assertThat(answers.deserialized(new Made(1))).isSameAs(Answer.CONSTRUCT);
  }

  @Test
  void what_was_read_and_is_kept_is_counted_unless_nothing_is() throws Throwable {
    redirects = false;

    assertThat(answers.resolves(Made.class)).isTrue();
    assertThat(answers.deserialized(new Made(1))).isSameAs(Answer.CONSTRUCT);
    assertThat(target.sites()).singleElement().matches(site -> site.constructions() == 1);

    counts = false;
    answers.deserialized(new Made(1));
    assertThat(target.sites()).allMatch(site -> site.constructions() <= 1);
  }

  @Test
  void what_was_read_and_is_replaced_is_not_counted() throws Throwable {
    assertThat(answers.deserialized(new Made(1)).instance()).isSameAs(SHARED);
    assertThat(target.sites()).allMatch(site -> site.constructions() == 0);
  }

  @Test
  void whoever_decides_is_not_asked_by_what_it_runs() throws Throwable {
    List<Answer> nested = new ArrayList<>();
    JdkAnswers[] self = new JdkAnswers[1];
    self[0] =
        new JdkAnswers(
            targets,
            this,
            answering(
                (site, made, arguments) -> {
                  nested.add(self[0].reflected(constructor, new Object[] {1}));
                  return Answer.of(SHARED);
                }),
            new GivenHandles());

    assertThat(self[0].reflected(constructor, new Object[] {1}).instance()).isSameAs(SHARED);
    assertThat(self[0].reflected(constructor, new Object[] {1}).instance()).isSameAs(SHARED);
    assertThat(nested).containsExactly(Answer.CONSTRUCT, Answer.CONSTRUCT);
  }

  private interface Decision {
    Answer instead(Site site, Class<?> made, Object[] arguments) throws Throwable;
  }

  private Answers answering(Decision decision) {
    return new Answers() {
      @Override
      public Answer instead(Site site, Class<?> made, Object[] arguments) throws Throwable {
        return decision.instead(site, made, arguments);
      }

      @Override
      public boolean isActive() {
        return redirects;
      }
    };
  }

  private static Made made(MethodHandle constructor) {
    try {
      return (Made) constructor.invoke(1);
    } catch (Throwable thrown) {
      throw new IllegalStateException(thrown);
    }
  }

  private static Throwable thrown(MethodHandle handle) {
    try {
      handle.invoke(1);
      return null;
    } catch (Throwable thrown) {
      return thrown;
    }
  }

  private static MethodHandle found() throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .findConstructor(Made.class, MethodType.methodType(void.class, int.class));
  }

  @Override
  public void sampled(StackSample sample) {}

  @Override
  public void failed(Throwable problem) {
    failures.add(problem);
  }
}
