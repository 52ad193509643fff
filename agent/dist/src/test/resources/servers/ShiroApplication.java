package shiros;

import org.crazycake.shiro.RedisManager;

/** As shiro-redis says it is to be used: constructed, then configured. And two that are not. */
public final class ShiroApplication {
  public static void main(String[] arguments) {
    RedisManager sessions = sessions();
    RedisManager cache = cache();
    System.out.println(sessions.getHost() + " " + sessions.getDatabase());
    System.out.println(cache.getHost() + " " + cache.getDatabase());
    RedisManager plain = plain();
    System.out.println(plain.getHost() + " " + plain.getDatabase());
    System.out.println("shared " + (plain == another()));
  }

  private static RedisManager sessions() {
    RedisManager manager = new RedisManager();
    manager.setHost("sessions:6379");
    manager.setDatabase(1);
    return manager;
  }

  private static RedisManager cache() {
    RedisManager manager = new RedisManager();
    manager.setHost("cache:6379");
    manager.setDatabase(2);
    return manager;
  }

  private static RedisManager plain() {
    return new RedisManager();
  }

  private static RedisManager another() {
    return new RedisManager();
  }
}
