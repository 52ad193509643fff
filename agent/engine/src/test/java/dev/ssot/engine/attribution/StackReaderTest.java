package dev.ssot.engine.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.ledger.Recorder;
import dev.ssot.engine.ledger.Target;
import dev.ssot.engine.place.Kind;
import dev.ssot.engine.place.Location;
import dev.ssot.engine.place.NotWovenPlace;
import dev.ssot.engine.place.Reason;
import dev.ssot.engine.stack.FrameRoles;
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
    "method-reference, com.acme.Pools$$Lambda/0x7f03#get"
        + " java.lang.ThreadLocal$SuppliedThreadLocal#initialValue java.lang.ThreadLocal#get",
    "method-handle, jdk.nashorn.internal.scripts.Script$1#program javax.script.X#eval",
    "method-handle, ''",
  })
  void the_plumbing_between_constructor_and_caller_tells_the_kind(String kind, String plumbing) {
    StackReader reader = reader(plumbing);

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

  @ParameterizedTest
  @CsvSource({
    "unattributed, ''",
    "method-handle, java.lang.invoke.LambdaForm$MH#invoke java.lang.invoke.Invokers$Holder#invoke",
    "method-handle, java.lang.invoke.LambdaForm$MH#invoke jdk.dynalink.beans.X#call",
    "reflection, java.lang.invoke.LambdaForm$DMH#new jdk.internal.reflect.X#newInstance",
  })
  void where_handles_are_shown_they_are_told_from_plain_code(String expected, String plumbing) {
    Location found = reader(frames(plumbing), true).location();

    assertThat(found.kind).hasToString(expected);
    assertThat(found).hasToString("com.acme.ws.ChatSocket.open(ChatSocket.java:41)");
  }

  @Test
  void who_has_it_constructed_is_the_place_and_the_constructing_frame_is_on_the_way() {
    StackTraceElement origin = new StackTraceElement("com.acme.Web", "show", "Web.java", 7);

    Location found = reader(frames(""), origin, false).location();

    assertThat(found)
        .hasToString(
            "com.acme.Web.show(Web.java:7) via com.acme.ws.ChatSocket.open(ChatSocket.java:41)");
    assertThat(found.kind).isEqualTo(found.via.kind);
  }

  @Test
  void who_constructs_for_itself_does_not_go_through_itself() {
    assertThat(reader(frames(""), caller(), false).location().via).isNull();
  }

  @Test
  void what_the_target_makes_for_itself_is_on_behalf_of_nobody() {
    StackTraceElement origin = new StackTraceElement("com.acme.Web", "show", "Web.java", 7);

    assertThat(reader(frames(""), origin, true).location())
        .hasToString("com.acme.ws.ChatSocket.open(ChatSocket.java:41)");
  }

  @Test
  void a_woven_call_that_leaves_it_to_the_stack_is_a_new_and_no_old_code() {
    target.wovenElsewhere.add("com.acme.ws.ChatSocket", "open", 41);
    target.wovenLate.add("com.acme.ws.ChatSocket", "open", -1);

    Location found = reader(frames(""), true).location();

    assertThat(found.kind).isEqualTo(Kind.NEW);
    assertThat(found.isOfRunningFrame()).isFalse();
  }

  @Test
  void plain_code_in_a_method_that_was_woven_late_is_old_code() {
    target.wovenLate.add("com.acme.ws.ChatSocket", "open", -1);

    assertThat(reader(frames(""), true).location().isOfRunningFrame()).isTrue();
    assertThat(
            reader(frames("java.lang.invoke.LambdaForm$MH#invoke"), true)
                .location()
                .isOfRunningFrame())
        .isFalse();
  }

  @Test
  void without_handles_old_code_is_told_by_the_line_of_its_call() {
    assertThat(reader("").location().isOfRunningFrame()).isFalse();

    target.wovenLate.add("com.acme.ws.ChatSocket", "open", 41);

    assertThat(reader("").location().isOfRunningFrame()).isTrue();
    assertThat(reader("java.lang.reflect.Constructor#newInstance").location().isOfRunningFrame())
        .isFalse();
  }

  @Test
  void the_site_of_old_code_is_not_the_woven_one_on_its_line() {
    assertThat(Location.ofRunningFrame(caller())).isNotEqualTo(Location.frame(caller(), Kind.NEW));
  }

  @Test
  void native_code_is_neither_old_code_nor_a_handle() {
    List<StackTraceElement> frames = agent();
    frames.add(frame(TARGET, "<init>", 9));
    frames.add(frame("com.acme.Native", "make", -2));

    assertThat(reader(frames, true).location().kind).isEqualTo(Kind.UNATTRIBUTED);
  }

  @Test
  void a_hidden_class_is_told_by_its_name() {
    StackReader hidden = reader("com.acme.Pools$$Lambda/0x0000000800c03000#get");

    assertThat(hidden.isCalledByHiddenClass()).isTrue();
    assertThat(hidden.location().method).isEqualTo("open");
    assertThat(reader("java.lang.invoke.LambdaForm$MH#invoke").isCalledByHiddenClass()).isFalse();
  }

  @Test
  void a_stack_without_the_application_is_attributed_to_nobody() {
    List<StackTraceElement> frames = agent();
    frames.add(frame(TARGET, "<init>", 9));
    frames.add(frame("java.lang.Thread", "run", 1));
    assertThat(reader(frames).location().kind).isEqualTo(Kind.UNATTRIBUTED);

    assertThat(reader(agent()).location().kind).isEqualTo(Kind.UNATTRIBUTED);
  }

  private StackReader reader(String plumbing) {
    return reader(frames(plumbing));
  }

  private static List<StackTraceElement> frames(String plumbing) {
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
    return frames;
  }

  private StackReader reader(List<StackTraceElement> frames) {
    return reader(frames, false);
  }

  private StackReader reader(List<StackTraceElement> frames, boolean showsHandles) {
    StackTraceElement[] stack = frames.toArray(new StackTraceElement[0]);
    return new StackReader(
        target, stack, FrameRoles.of(stack), showsHandles, false, null, false, false);
  }

  private StackReader reader(
      List<StackTraceElement> frames, StackTraceElement origin, boolean birth) {
    StackTraceElement[] stack = frames.toArray(new StackTraceElement[0]);
    return new StackReader(target, stack, FrameRoles.of(stack), true, false, origin, birth, false);
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
