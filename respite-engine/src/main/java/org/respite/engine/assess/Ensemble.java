// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
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
    try (ExecutorService threads = Executors.newFixedThreadPool(settings.threads())) {
      List<Future<Sample>> waiting = new ArrayList<>();
      for (int i = 0; i < settings.draws(); i++) {
        Draw world = new Draw(settings.seed(), i);
        waiting.add(
            threads.submit(
                () -> {
                  Sample sample = sampler.sample(world);
                  done.accept(count.incrementAndGet());
                  return sample;
                }));
      }
      List<Sample> samples = new ArrayList<>();
      for (Future<Sample> f : waiting) samples.add(f.get());
      return new Ensemble(samples);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a draw failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing", e);
    }
  }

  Spread spread(String unit, ToDoubleFunction<Sample> figure) {
    return Figures.spread(values(figure), unit);
  }

  double[] values(ToDoubleFunction<Sample> figure) {
    return samples.stream().mapToDouble(figure).toArray();
  }
}
