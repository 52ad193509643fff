package dev.ssot.engine.http.endpoint;

import dev.ssot.engine.command.ModeRequest;
import dev.ssot.engine.http.BadRequest;
import dev.ssot.engine.http.Endpoint;
import dev.ssot.engine.http.Form;
import dev.ssot.engine.http.Request;
import dev.ssot.engine.http.Response;
import dev.ssot.engine.wording.Printable;

/**
 * {@code POST /mode}: switches a mode, or says what that would do. Its fields are the options of
 * the command {@code mode}, and its answer is that of the command.
 */
public final class ModeEndpoint implements Endpoint {
  private final Command switching;
  private final Command preview;

  /**
   * Serves switches.
   *
   * @param preview says what a switch would do, and changes nothing
   */
  public ModeEndpoint(Command switching, Command preview) {
    this.switching = switching;
    this.preview = preview;
  }

  @Override
  public Response answer(Request request) throws BadRequest {
    Form form = Form.of(request, "mode", "target", "group", "sites", "for", "dry-run");
    Command command = form.flag("dry-run") ? preview : switching;
    String mode = form.required("mode");
    try {
      ModeRequest wanted =
          ModeRequest.of(
              mode,
              form.text("target"),
              form.text("group"),
              form.text("sites"),
              form.text("for"),
              "http");
      return Response.text(200, Printable.escape(command.answer(wanted)));
    } catch (IllegalArgumentException invalid) {
      throw BadRequest.because(invalid.getMessage());
    }
  }

  /** What a switch does, or would do. */
  public interface Command {
    /**
     * Returns text for people.
     *
     * @throws IllegalArgumentException if there is no such target or group
     */
    String answer(ModeRequest request);
  }
}
