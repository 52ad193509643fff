package springstrays;

import java.util.function.Supplier;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Constructs what it should have injected: before there is a bean, and afterwards. */
public final class SpringStrays {
  static int made;

  public static void main(String[] arguments) {
    Pool early = stray();
    AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(Configured.class);
    Pool bean = context.getBean("pool", Pool.class);
    Supplier<Pool> reference = Pool::new;
    System.out.println("before " + (early == bean));
    System.out.println("bean " + (bean == context.getBean("client")));
    System.out.println("after " + (stray() == bean));
    System.out.println("reference " + (reference.get() == bean));
    System.out.println("made " + made);
    context.close();
  }

  private static Pool stray() {
    return new Pool();
  }
}

@Configuration
class Configured {
  @Bean
  public Pool pool() {
    return new Pool();
  }

  @Bean
  public Object client() {
    return pool();
  }
}

class Pool {
  Pool() {
    SpringStrays.made++;
  }
}
