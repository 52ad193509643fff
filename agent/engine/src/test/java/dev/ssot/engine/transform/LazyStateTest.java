package dev.ssot.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ssot.engine.canonical.LearnedMember;
import dev.ssot.engine.canonical.ProviderCheck.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A provider that remembers more than its instance, or reads a setting, must not be asked early.
 */
final class LazyStateTest {
  private static final ProviderReach REACH = new ProviderReach(ByteBuddyAgent.install());

  @BeforeEach
  void initialise() throws Exception {
    for (Class<?> each :
        new Class<?>[] {Shop.class, Flags.class, Settings.class, Only.class, Conf.class}) {
      Class.forName(each.getName());
    }
    Shop.doubleChecked();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lazy",
        "doubleChecked",
        "withALock",
        "eager",
        "ofAReference",
        "ofASupertype",
        "ofAnEnum",
        "inAHolder",
        "withAConstant",
        "thatIsClosed",
        "thatFails",
        "toldToTheLog"
      })
  void one_that_only_makes_its_instance_once_is_asked(String method) {
    assertThat(verdict(method)).isEqualTo(Verdict.SAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "triedOnce",
        "triedOnceAtomically",
        "triedOnceInAnArray",
        "triedOnceInAHolder",
        "triedOnceByAMethod",
        "triedOnceInAMap",
        "triedOnceInALock",
        "triedOnceInAReference",
        "triedOnceInDisguise",
        "triedOnceInAConstructor"
      })
  void one_that_remembers_that_it_was_called_is_not(String method) {
    assertThat(verdict(method)).isEqualTo(Verdict.UNSAFE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ofASetting",
        "ofASettingOfAnObject",
        "ofASettingInAnotherConstructor",
        "ofAPropertyOfTheJvm",
        "ofPropertiesOfAnObject",
        "ofInheritedProperties",
        "ofAFile"
      })
  void one_that_reads_what_the_application_may_set_later_is_not(String method) {
    assertThat(verdict(method)).isEqualTo(Verdict.UNSAFE);
  }

  private static Verdict verdict(String method) {
    LearnedMember member =
        new LearnedMember(Shop.class.getName().replace('.', '/'), method, true, method);
    return REACH.check(Shop.class.getName(), member, LazyStateTest.class.getClassLoader());
  }

  static class Store {
    static Store ofTheSupertype;
  }

  @SuppressWarnings("unused")
  static class Shop extends Store {
    private static final Object LOCK = new Object();
    private static final Lock REENTRANT = new ReentrantLock();
    private static final Shop EAGER = new Shop();
    private static final AtomicReference<Shop> REFERENCE = new AtomicReference<>();
    private static final AtomicReference<String> TRIED_BY = new AtomicReference<>();
    private static final AtomicBoolean TRIED = new AtomicBoolean();
    private static final boolean[] TRIES = {false};
    private static final Flags FLAGS = new Flags();
    private static final Map<String, Boolean> MAP = new HashMap<>();
    private static final Object DISGUISED = new AtomicBoolean();
    private static final Settings SETTINGS = new Settings();
    private static final Properties PROPERTIES = new Properties();
    private static final Conf CONF = new Conf();
    private static final String URL = String.valueOf("localhost");
    private static final java.util.logging.Logger LOG =
        java.util.logging.Logger.getLogger(Shop.class.getName());

    private static int made;
    private static volatile Shop instance;
    private static boolean tried;
    private static String url;

    private final AtomicBoolean closed = new AtomicBoolean();

    Shop() {
      this(url == null ? "nowhere" : url);
      made++;
    }

    Shop(String url) {}

    Shop(int count) {
      made += count;
    }

    Shop(boolean local) {
      this(local ? "localhost" : url);
    }

    static synchronized Shop lazy() {
      if (instance == null) {
        instance = new Shop();
      }
      return instance;
    }

    static synchronized Shop doubleChecked() {
      Shop known = instance;
      if (known == null) {
        synchronized (LOCK) {
          known = instance;
          if (known == null) {
            known = new Shop();
            instance = known;
          }
        }
      }
      return known;
    }

    static synchronized Shop withALock() {
      REENTRANT.lock();
      try {
        return lazy();
      } finally {
        REENTRANT.unlock();
      }
    }

    static synchronized Shop eager() {
      return EAGER;
    }

    static synchronized Shop ofAReference() {
      if (REFERENCE.get() == null) {
        REFERENCE.compareAndSet(null, new Shop());
      }
      return REFERENCE.get();
    }

    static synchronized Shop ofASupertype() {
      if (ofTheSupertype == null) {
        ofTheSupertype = new Shop();
      }
      return (Shop) ofTheSupertype;
    }

    static synchronized Shop ofAnEnum() {
      return Only.ONE.shop();
    }

    static synchronized Shop inAHolder() {
      if (FLAGS.shop == null) {
        FLAGS.shop = new Shop();
      }
      return FLAGS.shop;
    }

    static synchronized Shop withAConstant() {
      return instance == null ? kept(new Shop("redis://" + URL)) : instance;
    }

    static synchronized Shop thatIsClosed() {
      return instance == null || instance.isClosed() ? kept(new Shop()) : instance;
    }

    static synchronized Shop thatFails() {
      if (instance == null) {
        throw new IllegalStateException("no connection");
      }
      return instance;
    }

    static synchronized Shop toldToTheLog() {
      LOG.info("asked");
      System.out.print("");
      return lazy();
    }

    static synchronized Shop triedOnce() {
      if (!tried) {
        tried = true;
        instance = new Shop();
      }
      return instance;
    }

    static synchronized Shop triedOnceAtomically() {
      return TRIED.compareAndSet(false, true) ? kept(new Shop()) : instance;
    }

    static synchronized Shop triedOnceInAnArray() {
      if (!TRIES[0]) {
        TRIES[0] = true;
        instance = new Shop();
      }
      return instance;
    }

    static synchronized Shop triedOnceInAHolder() {
      if (!FLAGS.tried) {
        FLAGS.tried = true;
        instance = new Shop();
      }
      return instance;
    }

    static synchronized Shop triedOnceByAMethod() {
      return FLAGS.isFirst() ? kept(new Shop()) : instance;
    }

    static synchronized Shop triedOnceInAMap() {
      return MAP.put("tried", true) == null ? kept(new Shop()) : instance;
    }

    static synchronized Shop triedOnceInALock() {
      return REENTRANT.tryLock() ? kept(new Shop()) : instance;
    }

    static synchronized Shop triedOnceInAReference() {
      return TRIED_BY.compareAndSet(null, "me") ? kept(new Shop()) : instance;
    }

    static synchronized Shop triedOnceInDisguise() {
      return ((AtomicBoolean) DISGUISED).getAndSet(true) ? instance : kept(new Shop());
    }

    static synchronized Shop triedOnceInAConstructor() {
      return instance == null ? kept(new Shop(1)) : instance;
    }

    static synchronized Shop ofASetting() {
      return instance == null ? kept(new Shop(url)) : instance;
    }

    static synchronized Shop ofASettingOfAnObject() {
      return instance == null ? kept(new Shop(SETTINGS.url())) : instance;
    }

    static synchronized Shop ofASettingInAnotherConstructor() {
      return instance == null ? kept(new Shop(false)) : instance;
    }

    static synchronized Shop ofAPropertyOfTheJvm() {
      return instance == null ? kept(new Shop(System.getProperty("url"))) : instance;
    }

    static synchronized Shop ofPropertiesOfAnObject() {
      return instance == null ? kept(new Shop(PROPERTIES.getProperty("url"))) : instance;
    }

    static synchronized Shop ofInheritedProperties() {
      return instance == null ? kept(new Shop(CONF.getProperty("url"))) : instance;
    }

    static synchronized Shop ofAFile() throws Exception {
      return Files.exists(Path.of("/etc/shop")) ? new Shop("file") : lazy();
    }

    private static Shop kept(Shop shop) {
      instance = shop;
      return shop;
    }

    final boolean isClosed() {
      return closed.get();
    }
  }

  static final class Flags {
    boolean tried;
    Shop shop;

    boolean isFirst() {
      boolean first = !tried;
      tried = true;
      return first;
    }
  }

  static final class Settings {
    private String url;

    String url() {
      return url;
    }

    void setUrl(String next) {
      url = next;
    }
  }

  @SuppressWarnings("serial")
  static final class Conf extends Properties {}

  @SuppressWarnings("ImmutableEnumChecker")
  enum Only {
    ONE;

    private final Shop shop = new Shop();

    Shop shop() {
      return shop;
    }
  }
}
