package dev.ssot.engine.metrics.bridge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/**
 * Binds series to a registry. For one of the application it is defined again by a {@code
 * BridgeLoader}, where the same names mean the application's Micrometer. It may therefore name only
 * the JDK and what Micrometer has had since 1.9, and can have no nested class.
 *
 * <p>It is also the function of each gauge, so that it lives as long as the gauges.
 */
public final class SsotMetrics
    implements MeterBinder, BiFunction<Object, Object[], Object>, ToDoubleFunction<DoubleSupplier> {
  private final Object[] rows;

  /** Creates a bridge without rows, to ask registries. */
  public SsotMetrics() {
    this(new Object[0]);
  }

  /**
   * @param rows each has a name, whether it is a counter, a description, tags and a DoubleSupplier;
   *     a row without the last ends its series
   */
  private SsotMetrics(Object[] rows) {
    this.rows = rows;
  }

  /**
   * Asks a registry, or binds rows to it.
   *
   * @param rows null to ask
   * @return for a question: the registries inside a composite as an array, otherwise whether the
   *     registry has a meter yet
   */
  @Override
  public Object apply(Object registry, Object[] rows) {
    if (rows != null) {
      new SsotMetrics(rows).bindTo((MeterRegistry) registry);
      return true;
    }
    if (registry instanceof CompositeMeterRegistry) {
      return ((CompositeMeterRegistry) registry).getRegistries().toArray();
    }
    return !((MeterRegistry) registry).getMeters().isEmpty();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Object row : rows) {
      bind((Object[]) row, registry);
    }
  }

  private void bind(Object[] row, MeterRegistry registry) {
    String name = (String) row[0];
    String description = (String) row[2];
    String[] tags = (String[]) row[3];
    DoubleSupplier value = (DoubleSupplier) row[4];
    if (value == null) {
      registry.removeByPreFilterId(
          new Meter.Id(name, Tags.of(tags), null, description, Meter.Type.OTHER));
    } else if ((Boolean) row[1]) {
      FunctionCounter.builder(name, value, this)
          .description(description)
          .tags(tags)
          .register(registry);
    } else {
      Gauge.builder(name, value, this).description(description).tags(tags).register(registry);
    }
  }

  @Override
  public double applyAsDouble(DoubleSupplier value) {
    return value.getAsDouble();
  }
}
