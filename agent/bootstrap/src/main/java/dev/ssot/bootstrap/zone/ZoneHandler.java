package dev.ssot.bootstrap.zone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * Opens a resource of the zone in memory, for {@code ServiceLoader} and the like. A {@code jar:}
 * address would open the file again, which may be another one by then.
 */
final class ZoneHandler extends URLStreamHandler {
  private final JarBytes jar;
  private final String entry;

  ZoneHandler(JarBytes jar, String entry) {
    this.jar = jar;
    this.entry = entry;
  }

  @Override
  protected URLConnection openConnection(URL url) {
    return new URLConnection(url) {
      @Override
      public void connect() {}

      @Override
      public InputStream getInputStream() throws IOException {
        return new ByteArrayInputStream(jar.content(entry));
      }
    };
  }
}
