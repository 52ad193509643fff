package dev.ssot.cli.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * HotSpot's attach protocol on Linux, for a Java runtime without the module {@code jdk.attach}: a
 * file asks the JVM to listen, a signal makes it look, and then each request is one connection to a
 * Unix socket. From Java 16 on, which has such sockets.
 */
final class AttachSocket implements AttachProtocol {
  private static final String VERSION = "1";
  private static final int ARGUMENTS = 3;
  private static final long STEP_MILLIS = 50;

  /** As long as the JDK waits. */
  private static final long PATIENCE_MILLIS = 10_000;

  private final Path socket;

  private AttachSocket(Path socket) {
    this.socket = socket;
  }

  /** Tells whether this runtime and this system have what it takes. */
  static boolean isPossible() {
    return ProcFiles.areThere() && addressType() != null;
  }

  private static Class<?> addressType() {
    try {
      return Class.forName("java.net.UnixDomainSocketAddress");
    } catch (ClassNotFoundException beforeJava16) {
      return null;
    }
  }

  /**
   * Asks a JVM to listen, unless it does.
   *
   * @param pid of a process that is known to be a JVM: the signal ends any other
   */
  static AttachSocket attach(long pid) throws IOException {
    ProcFiles files = new ProcFiles(pid);
    String inner = files.innerPid();
    Path socket = files.inside("/tmp/.java_pid" + inner);
    if (!Files.exists(socket)) {
      Path asking = ask(files, ".attach_pid" + inner);
      try {
        signal(pid);
        await(socket);
      } finally {
        Files.deleteIfExists(asking);
      }
    }
    return new AttachSocket(socket);
  }

  /**
   * Creates the file that the JVM looks for, in its directory or, if that is read-only, in /tmp.
   */
  private static Path ask(ProcFiles files, String name) throws IOException {
    try {
      return Files.createFile(files.workingDirectory().resolve(name));
    } catch (IOException readOnly) {
      return Files.createFile(files.inside("/tmp/" + name));
    }
  }

  private static void signal(long pid) throws IOException {
    String command = "kill -QUIT " + pid;
    boolean hasKill = new File("/bin/kill").exists() || new File("/usr/bin/kill").exists();
    ProcessBuilder builder =
        hasKill
            ? new ProcessBuilder(command.split(" ", -1))
            : new ProcessBuilder("/bin/sh", "-c", command);
    try {
      if (builder.redirectErrorStream(true).start().waitFor() != 0) {
        throw new IOException(command + " failed");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(command + " was interrupted", interrupted);
    } catch (IOException missing) {
      throw new IOException(
          "the image has no kill and no shell, one of which has to wake the JVM: " + missing,
          missing);
    }
  }

  private static void await(Path socket) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (!Files.exists(socket)) {
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("Unable to open socket file " + socket + ": it doesn't respond");
      }
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", interrupted);
      }
    }
  }

  @Override
  public void loadAgent(String jar, String options) throws IOException {
    String answer = request("load", "instrument", "false", jar + "=" + options).trim();
    if (!answer.isEmpty()) {
      throw new IOException(answer); // 0 for success
    }
  }

  @Override
  public String startLocalManagementAgent() throws IOException {
    request("jcmd", "ManagementAgent.start_local");
    Properties properties = new Properties();
    properties.load(new StringReader(request("agentProperties")));
    return properties.getProperty("com.sun.management.jmxremote.localConnectorAddress");
  }

  /**
   * Makes a request.
   *
   * @return the answer without its first line, which is 0
   * @throws IOException with the answer if it is another one
   */
  private String request(String command, String... arguments) throws IOException {
    StringBuilder request = new StringBuilder(VERSION).append('\0').append(command).append('\0');
    for (int i = 0; i < ARGUMENTS; i++) {
      request.append(i < arguments.length ? arguments[i] : "").append('\0');
    }
    String answer;
    try (SocketChannel channel = SocketChannel.open(address())) {
      ByteBuffer bytes = ByteBuffer.wrap(request.toString().getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      answer = read(channel);
    }
    int end = answer.indexOf('\n');
    String code = end < 0 ? answer : answer.substring(0, end);
    if (!code.trim().equals("0")) {
      throw new IOException(command + " was answered with " + answer.trim());
    }
    return answer.substring(end + 1);
  }

  private SocketAddress address() throws IOException {
    try {
      return (SocketAddress) addressType().getMethod("of", Path.class).invoke(null, socket);
    } catch (ReflectiveOperationException impossible) {
      throw new IOException(impossible);
    }
  }

  private static String read(SocketChannel channel) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    ByteBuffer buffer = ByteBuffer.allocate(8_192);
    while (channel.read(buffer) >= 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        answer.write(buffer.get());
      }
      buffer.clear();
    }
    return answer.toString("UTF-8");
  }

  @Override
  public void close() {
    // each request was a connection of its own
  }
}
