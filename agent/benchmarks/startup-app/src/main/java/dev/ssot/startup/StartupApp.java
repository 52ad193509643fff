package dev.ssot.startup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Constructs the target once while it starts and once per answer. */
@SpringBootApplication
public class StartupApp {
  /** Until it is killed. */
  public static void main(String[] arguments) {
    SpringApplication.run(StartupApp.class, arguments);
  }

  @Bean
  RedisManager redisManager() {
    return new RedisManager();
  }
}
