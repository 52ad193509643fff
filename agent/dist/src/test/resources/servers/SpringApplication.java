package springs;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A proxied configuration, a bean of a factory method, one made by reflection, and its proxy. */
public final class SpringApplication {
  public static void main(String[] arguments) {
    AnnotationConfigApplicationContext context =
        new AnnotationConfigApplicationContext(Configured.class, Component.class);
    System.out.println(context.getBean(Configured.class).getClass() != Configured.class);
    System.out.println(context.getBean("client").equals(context.getBean(Pool.class)));
    ProxyFactory factory = new ProxyFactory(context.getBean(Component.class));
    factory.setProxyTargetClass(true);
    System.out.println(((Component) factory.getProxy()).answer());
    context.close();
  }
}

@Configuration
class Configured {
  @Bean
  public Pool pool() {
    return new Pool();
  }

  /** Asks the proxy, which answers the one pool. */
  @Bean
  public Object client() {
    return pool();
  }
}

class Component {
  public int answer() {
    return 42;
  }
}

class Pool {}
