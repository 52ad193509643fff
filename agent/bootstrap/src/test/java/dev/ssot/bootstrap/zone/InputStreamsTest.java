package dev.ssot.bootstrap.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InputStreamsTest {
  @Test
  void a_stream_is_read_to_its_end_however_little_it_gives_at_a_time() throws IOException {
    byte[] content = new byte[20_000];
    new Random(1).nextBytes(content);

    assertThat(InputStreams.readAll(new Trickle(content))).isEqualTo(content);
  }

  @Test
  void an_empty_stream_has_no_bytes() throws IOException {
    assertThat(InputStreams.readAll(InputStream.nullInputStream())).isEmpty();
  }

  /** Gives seven bytes at most. */
  private static final class Trickle extends ByteArrayInputStream {
    Trickle(byte[] content) {
      super(content);
    }

    @Override
    public synchronized int read(byte[] to, int offset, int length) {
      return super.read(to, offset, Math.min(7, length));
    }
  }
}
