package dev.ssot.engine.http;

/** The page at {@code /}: links to the endpoints, without information about the process. */
public final class Index implements Endpoint {
  private final Routes routes;

  public Index(Routes routes) {
    this.routes = routes;
  }

  @Override
  public Response answer(Request request) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">");
    page.append("<title>ssot-agent</title></head>\n<body>\n<h1>ssot-agent</h1>\n<ul>\n");
    for (String path : routes.paths()) {
      link(page, path);
    }
    for (String path : routes.commandPaths()) {
      page.append("<li>").append(path).append(", by POST and with the token</li>\n");
    }
    return Response.of(
        200, "text/html; charset=utf-8", page.append("</ul>\n</body>\n</html>\n") + "");
  }

  /** Writes a link. The paths are the agent's own and need no escaping. */
  private static void link(StringBuilder page, String path) {
    if (!path.equals("/")) {
      page.append("<li><a href=\"").append(path).append("\">").append(path).append("</a></li>\n");
    }
  }
}
