package dev.ssot.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.ledger.Recorder;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.NotWovenPlace;
import dev.ssot.engine.place.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StackReaderTest {
  private static final String TARGET = "com.acme.RedisManager";

  private final Target target = new Recorder().target(TARGET, 10);

  @ParameterizedTest
  @CsvSource({
    "reflection, jdk.internal.reflect.NativeConstructorAccessorImpl#newInstance0"
        + " java.lang.reflect.Constructor#newInstance",
    "reflection, sun.reflect.GeneratedConstructorAccessor1#newInstance java.lang.Class#newInstance",
    "reflection, java.lang.reflect.Constructor#newInstance java.util.ServiceLoader#nextService",
    "reflection, org.objenesis.instantiator.sun.X#newInstance",
    "deserialization, java.lang.reflect.Constructor#newInstance"
        + " java.io.ObjectStreamClass#newInstance java.io.ObjectInputStream#readObject",
    "method-reference, java.lang.ThreadLocal$SuppliedThreadLocal#initialValue"
        + " java.lang.ThreadLocal#get",
    "method-handle, ''",
  })
  void the_plumbing_between_constructor_and_caller_tells_the_kind(String kind, String plumbing) {
    StackReader reader = reader(plumbing);

    assertThat(reader.isAccountedFor()).isFalse();
    assertThat(reader.location().kind).hasToString(kind);
    assertThat(reader.location()).hasToString("com.acme.ws.ChatSocket.open(ChatSocket.java:41)");
  }

  @ParameterizedTest
  @CsvSource({
    "true, org.objenesis.instantiator.sun.X#newInstance",
    "true, java.lang.reflect.Constructor#newInstance org.mockito.internal.creation.X#newInstance",
    "true, java.lang.reflect.Constructor#newInstance org.objenesis.instantiator.basic.X#newInstance",
    "true, com.esotericsoftware.kryo.Kryo#copy",
    "false, java.lang.reflect.Constructor#newInstance",
    "false, java.lang.reflect.Constructor#newInstance org.springframework.beans.BeanUtils#make",
    "false, ''",
  })
  void a_library_that_wants_an_object_of_its_own_is_known(boolean known, String plumbing) {
    assertThat(reader(plumbing).isMadeByLibrary()).isEqualTo(known);
  }

  @Test
  void constructors_that_delegate_are_one_construction() {
    List<StackTraceElement> frames = agent();
    frames.add(frame(TARGET, "<init>", 9));
    frames.add(frame(TARGET, "<init>", 5));
    frames.add(caller());

    assertThat(reader(frames).location()).isEqualTo(Location.frame(caller(), Kind.METHOD_HANDLE));
  }

  @Test
  void an_inner_constructor_leaves_the_report_to_the_outer_one() {
    List<StackTraceElement> frames = agent();
    frames.add(frame(TARGET, "<init>", 9));
    frames.add(frame(TARGET, "<init>", 5));
    frames.add(caller());
    assertThat(reader(frames).isReportedByOuter()).as("a target without hooks").isFalse();

    target.markHooked();

    assertThat(reader(frames).isReportedByOuter()).isTrue();
    assertThat(reader("java.lang.reflect.Constructor#newInstance").isReportedByOuter()).isFalse();
  }

  @Test
  void a_place_that_was_left_as_it_is_has_the_kind_that_its_class_file_tells() {
    target.notWoven.add(
        "1",
        new NotWovenPlace(
            target.className,
            "com.acme.ws.ChatSocket",
            "open",
            40,
            41,
            Kind.NEW,
            Reason.UNKNOWN_FORM));

    assertThat(reader("").location().kind).isEqualTo(Kind.NEW);
  }

  @Test
  void a_woven_site_accounts_for_its_construction_by_the_line_of_its_call() {
    Location woven =
        Location.woven("com.acme.ws.ChatSocket", "open", "()V", 0, "ChatSocket.java", 39, Kind.NEW);
    assertThat(reader("").isAccountedFor()).isFalse();

    target.addCall(woven, 41);

    assertThat(reader("").isAccountedFor()).isTrue();
    assertThat(reader("java.lang.reflect.Constructor#newInstance").isAccountedFor()).isFalse();
  }

  @Test
  void a_hidden_class_is_told_by_its_name() {
    Location woven =
        Location.woven("com.acme.ws.ChatSocket", "open", "()V", 0, "ChatSocket.java", 39, Kind.NEW);
    target.addCall(woven, 41);

    StackReader hidden = reader("com.acme.Pools$$Lambda/0x0000000800c03000#get");

    assertThat(hidden.isCalledByHiddenClass()).isTrue();
    assertThat(hidden.isAccountedFor()).as("by a new on its line").isFalse();
    assertThat(hidden.location().method).isEqualTo("open");
    assertThat(reader("java.lang.invoke.LambdaForm$MH#invoke").isCalledByHiddenClass()).isFalse();
  }

  @Test
  void a_stack_without_the_application_is_attributed_to_nobody() {
    List<StackTraceElement> frames = agent();
    frames.add(frame(TARGET, "<init>", 9));
    frames.add(frame("java.lang.Thread", "run", 1));
    assertThat(reader(frames).location().kind).isEqualTo(Kind.UNATTRIBUTED);

    assertThat(reader(agent()).isAccountedFor()).isFalse();
    assertThat(reader(agent()).location().kind).isEqualTo(Kind.UNATTRIBUTED);
  }

  private StackReader reader(String plumbing) {
    List<StackTraceElement> frames = agent();
    if (!plumbing.startsWith("java.lang.SsotDispatch")) {
      frames.add(frame(TARGET, "<init>", 9));
    }
    for (String each : plumbing.isEmpty() ? new String[0] : plumbing.split(" ", -1)) {
      if (each.startsWith("java.lang.SsotDispatch")) {
        frames.add(frame(TARGET, "<init>", 9));
      }
      frames.add(frame(each.split("#", -1)[0], each.split("#", -1)[1], 1));
    }
    frames.add(caller());
    frames.add(frame("com.acme.Main", "main", 3));
    return reader(frames);
  }

  private StackReader reader(List<StackTraceElement> frames) {
    return new StackReader(target, frames.toArray(new StackTraceElement[0]));
  }

  private static List<StackTraceElement> agent() {
    List<StackTraceElement> frames = new ArrayList<>();
    frames.add(frame("dev.ssot.engine.attribution.UnaccountedConstructions", "completed", 1));
    frames.add(frame("dev.ssot.engine.dispatch.EngineDispatch", "unaccounted", 1));
    frames.add(frame("java.lang.SsotDispatch", "completed", 1));
    return frames;
  }

  private static StackTraceElement caller() {
    return frame("com.acme.ws.ChatSocket", "open", 41);
  }

  private static StackTraceElement frame(String className, String method, int line) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    return new StackTraceElement(className, method, simple + ".java", line);
  }
}
