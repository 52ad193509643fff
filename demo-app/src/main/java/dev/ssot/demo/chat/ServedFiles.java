package dev.ssot.demo.chat;

import java.io.File;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Keeps Tomcat's document root, which stays empty, below its base directory. Without this it is a
 * directory of its own in the system's temporary one, and a killed process leaves it there.
 */
@Component
final class ServedFiles implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final File root;

  ServedFiles(@Value("${server.tomcat.basedir}") File base) {
    root = new File(base, "docbase");
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    if (root.isDirectory() || root.mkdirs()) {
      factory.setDocumentRoot(root);
    }
  }
}
