package dev.ssot.engine.application;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Where classes come from, as texts that can be compared: {@code file:/srv/app.jar}. */
final class Locations {
  private final ConcurrentMap<String, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  /**
   * Returns where the code of a domain comes from. The parts of the URL are put together here:
   * {@code URL.toString} runs its handler, which may be the application's.
   *
   * @return null if that is not told
   */
  static String of(ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? null : location.getProtocol() + ":" + location.getFile();
  }

  /** Returns the number of a location, from 1 on. */
  int number(String location) {
    Integer known = numbers.get(location);
    if (known != null) {
      return known;
    }
    Integer fresh = last.incrementAndGet();
    Integer raced = numbers.putIfAbsent(location, fresh);
    return raced == null ? fresh : raced;
  }
}
