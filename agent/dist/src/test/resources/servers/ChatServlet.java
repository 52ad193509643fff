package webapp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Opens a connection pool for each chat, as it should not. */
public final class ChatServlet extends HttpServlet {
  private final List<RedisManager> open = new ArrayList<>();

  @Override
  protected synchronized void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().equals("/chat")) {
      open.add(new RedisManager());
    }
    response.getWriter().print(open.size() + " open");
  }
}

final class RedisManager {}
