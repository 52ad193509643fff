package dev.ssot.engine.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads the body of a request whose sender has brought the token. It is short, and no more is read.
 */
final class RequestBody {
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");

  private RequestBody() {}

  /**
   * Reads the whole body.
   *
   * @param most in bytes
   * @return "" if the request has none
   */
  static String read(InputStream in, Request request, int most) throws IOException {
    if (!request.list("transfer-encoding").isEmpty()) {
      throw BadRequest.because(411, "send the body in one piece, with the header Content-Length");
    }
    String length = request.header("content-length");
    if (length == null) {
      return "";
    }
    if (!LENGTH.matcher(length).matches()) {
      throw BadRequest.because("the header Content-Length is no number");
    }
    if (Integer.parseInt(length) > most) {
      throw BadRequest.because(413, "the body is too long: at most " + most + " bytes");
    }
    return text(bytes(in, Integer.parseInt(length)));
  }

  private static byte[] bytes(InputStream in, int length) throws IOException {
    byte[] bytes = new byte[length];
    for (int read = 0; read < length; ) {
      int more = in.read(bytes, read, length - read);
      if (more < 0) {
        throw BadRequest.because("the body is shorter than its Content-Length");
      }
      read += more;
    }
    return bytes;
  }

  private static String text(byte[] bytes) throws BadRequest {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw BadRequest.because("the body is not in UTF-8");
    }
  }
}
