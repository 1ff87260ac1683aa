// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.respite.engine.answer.Spread;
import org.respite.engine.world.Draw;

/** One option in many drawn worlds. Sample {@code i} depends on the seed and {@code i} alone, so threads change nothing. */
final class Ensemble {
  private final List<Sample> samples;

  private Ensemble(List<Sample> samples) {
    this.samples = samples;
  }

  /** @param done is told, from any thread, how many samples are done */
  static Ensemble draw(Sampler sampler, Settings settings, IntConsumer done) {
    AtomicInteger count = new AtomicInteger();
    try (Together together = new Together(settings.threads())) {
      List<Supplier<Sample>> waiting = IntStream.range(0, settings.draws()).mapToObj(i -> together.ask(() -> sample(sampler, new Draw(settings.seed(), i), () -> done.accept(count.incrementAndGet())))).toList();
      return new Ensemble(waiting.stream().map(Supplier::get).toList());
    }
  }

  private static Sample sample(Sampler sampler, Draw world, Runnable done) {
    Sample sample = sampler.sample(world);
    done.run();
    return sample;
  }

  Spread spread(String unit, ToDoubleFunction<Sample> figure) {
    return Figures.spread(values(figure), unit);
  }

  double[] valuesWhere(Predicate<Sample> counted, ToDoubleFunction<Sample> figure) {
    return samples.stream().filter(counted).mapToDouble(figure).toArray();
  }

  double[] values(ToDoubleFunction<Sample> figure) {
    return samples.stream().mapToDouble(figure).toArray();
  }
}
