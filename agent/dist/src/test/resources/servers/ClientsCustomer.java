package shop;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import jakarta.xml.bind.JAXBContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import software.amazon.awssdk.services.s3.S3Client;

/** Uses what it is given, and closes none of it. Whatever works answers "hello". */
final class Customer {
  private static final String URL = "http://127.0.0.1:8080/greeting";
  private static final MethodDescriptor<String, String> ECHO =
      MethodDescriptor.<String, String>newBuilder()
          .setType(MethodType.UNARY)
          .setFullMethodName("shop/echo")
          .setRequestMarshaller(new Text())
          .setResponseMarshaller(new Text())
          .build();

  /** Serves gRPC within this JVM. */
  Customer() throws Exception {
    ServerServiceDefinition echo =
        ServerServiceDefinition.builder("shop")
            .addMethod(
                ECHO,
                ServerCalls.asyncUnaryCall(
                    (request, answer) -> {
                      answer.onNext(request);
                      answer.onCompleted();
                    }))
            .build();
    InProcessServerBuilder.forName("shop").addService(echo).build().start();
  }

  String ask(String library, Object made) throws Exception {
    switch (library) {
      case "lettuce":
        try (StatefulRedisConnection<String, String> redis = ((RedisClient) made).connect()) {
          return redis.sync().get("greeting");
        }
      case "jedis":
        try (Jedis redis = ((JedisPool) made).getResource()) {
          return redis.get("greeting");
        }
      case "redisson":
        return (String) ((RedissonClient) made).getBucket("greeting", StringCodec.INSTANCE).get();
      case "okhttp":
      case "okhttp-builder":
        Request get = new Request.Builder().url(URL).build();
        try (Response response = ((OkHttpClient) made).newCall(get).execute()) {
          return response.body().string();
        }
      case "apache":
      case "apache-builder":
        return ((CloseableHttpClient) made)
            .execute(new HttpGet(URL), answer -> EntityUtils.toString(answer.getEntity()));
      case "jdk":
        HttpRequest request = HttpRequest.newBuilder(URI.create(URL)).build();
        return ((HttpClient) made).send(request, BodyHandlers.ofString()).body();
      case "s3":
        return ((S3Client) made)
            .getObjectAsBytes(object -> object.bucket("shop").key("greeting"))
            .asUtf8String();
      case "grpc":
        return ClientCalls.blockingUnaryCall(
            (ManagedChannel) made, ECHO, CallOptions.DEFAULT, "hello");
      case "jackson":
      case "jackson-builder":
        return ((ObjectMapper) made).readValue("\"hello\"", String.class);
      case "caffeine":
        @SuppressWarnings("unchecked")
        Cache<String, String> cache = (Cache<String, String>) made;
        return cache.get("hello", key -> key);
      case "jaxb":
        StringReader xml = new StringReader("<order><number>hello</number></order>");
        return ((Order) ((JAXBContext) made).createUnmarshaller().unmarshal(xml)).number;
      default:
        return "nothing"; // there is no server that it could talk to
    }
  }

  private static final class Text implements MethodDescriptor.Marshaller<String> {
    public InputStream stream(String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (java.io.IOException impossible) {
        throw new java.io.UncheckedIOException(impossible);
      }
    }
  }
}
