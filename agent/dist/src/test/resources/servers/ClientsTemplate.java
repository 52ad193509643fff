package shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoClients;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.lettuce.core.RedisClient;
import jakarta.xml.bind.JAXBContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Properties;
import okhttp3.OkHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.redisson.Redisson;
import org.redisson.config.Config;
import redis.clients.jedis.JedisPool;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes one of each, as the documentation of the library says. The test puts in the ports. */
final class Template implements Maker {
  public Object make(String library) throws Exception {
    switch (library) {
      case "lettuce":
        return RedisClient.create("redis://127.0.0.1:6379"); // site: lettuce
      case "jedis":
        return new JedisPool("127.0.0.1", 6379); // site: jedis
      case "redisson":
        Config redis = new Config();
        redis.useSingleServer().setAddress("redis://127.0.0.1:6379");
        return Redisson.create(redis); // site: redisson
      case "jdk":
        return HttpClient.newHttpClient(); // site: jdk
      case "okhttp":
        return new OkHttpClient(); // site: okhttp
      case "okhttp-builder":
        return new OkHttpClient.Builder().retryOnConnectionFailure(true).build(); // site: okhttp-builder
      case "apache":
        return HttpClients.createDefault(); // site: apache
      case "apache-builder":
        return HttpClients.custom().disableCookieManagement().build(); // site: apache-builder
      case "mongodb":
        return MongoClients.create("mongodb://127.0.0.1:1"); // site: mongodb
      case "s3":
        S3Client s3 = S3Client.builder()
            .region(Region.EU_WEST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .endpointOverride(URI.create("http://127.0.0.1:8080"))
            .forcePathStyle(true)
            .build(); // site: s3
        return s3;
      case "grpc":
        return InProcessChannelBuilder.forName("shop").build(); // site: grpc
      case "jackson":
        return new ObjectMapper(); // site: jackson
      case "jackson-builder":
        return JsonMapper.builder().build(); // site: jackson-builder
      case "hikari":
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:none:");
        config.setDriverClassName("shop.Shop$NoDriver");
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config); // site: hikari
      case "kafka":
        Properties settings = new Properties();
        settings.put("bootstrap.servers", "127.0.0.1:1");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer()); // site: kafka
      case "caffeine":
        return Caffeine.newBuilder().maximumSize(10).build(); // site: caffeine
      case "jaxb":
        return JAXBContext.newInstance(Order.class); // site: jaxb
      default:
        throw new IllegalArgumentException(library);
    }
  }
}
