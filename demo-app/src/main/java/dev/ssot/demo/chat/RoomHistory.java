package dev.ssot.demo.chat;

import dev.ssot.demo.redis.RedisManager;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /rooms/ROOM/history}: what was said last, oldest first, for a page that comes in. */
@RestController
final class RoomHistory {
  private static final int SHOWN = 50;

  private final RedisManager redis;

  RoomHistory(RedisManager redis) {
    this.redis = redis;
  }

  /** The entries are JSON already. */
  @GetMapping(path = "/rooms/{room}/history", produces = MediaType.APPLICATION_JSON_VALUE)
  String history(@PathVariable("room") String room) {
    List<String> newestFirst = redis.commands().lrange("chat:history:" + room, 0, SHOWN - 1);
    Collections.reverse(newestFirst);
    return newestFirst.stream().collect(Collectors.joining(",", "[", "]"));
  }
}
