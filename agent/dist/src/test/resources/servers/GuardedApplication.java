package guardeds;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** A bean that the context owns, and two who have made one of their own: a bean and main. */
public final class GuardedApplication {
  public static void main(String[] arguments) {
    AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(Configured.class, Holder.class);
    Pool mine = new Pool();
    System.out.println("main has the bean: " + (mine == context.getBean(Pool.class)));
    mine.close();
    System.out.println("main has closed it");
    if (arguments[0].equals("hook")) {
      context.registerShutdownHook();
    } else {
      context.close();
    }
  }
}

/** Its bean is ended by its close method: Spring infers that. */
@Configuration
class Configured {
  @Bean
  public Pool pool() {
    return new Pool();
  }
}

@DependsOn("pool")
class Holder implements DisposableBean {
  private final Pool pool = new Pool();

  @Override
  public void destroy() {
    pool.close();
    System.out.println("the holder has closed it");
  }
}

class Pool implements AutoCloseable {
  @Override
  public void close() {
    System.out.println("closed for real");
  }
}
