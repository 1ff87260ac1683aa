// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.List;
import java.util.concurrent.Executors;
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

  /**
   * Asks for all worlds, to be waited for when they are wanted. What their vehicles need is asked first and their aid last: it is found by then.
   *
   * @param done is told, from any thread, how many samples are done
   */
  static Supplier<Ensemble> ask(Together together, Sampler sampler, Settings settings, IntConsumer done) {
    AtomicInteger count = new AtomicInteger();
    Supplier<Void> vehicles = together.ask(Executors.callable(sampler::readyVehicles, null));
    List<Draw> worlds = IntStream.range(0, settings.draws()).mapToObj(i -> new Draw(settings.seed(), i)).toList();
    List<Supplier<Sample>> people = worlds.stream().map(w -> together.ask(() -> {
      Sample out = sampler.people(w);
      done.accept(count.incrementAndGet());
      return out;
    })).toList();
    List<Supplier<SampledAid>> aid = worlds.stream().map(w -> together.ask(() -> sampler.aid(w))).toList();
    return () -> {
      vehicles.get();
      return new Ensemble(IntStream.range(0, people.size()).mapToObj(i -> people.get(i).get().with(aid.get(i).get())).toList());
    };
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
