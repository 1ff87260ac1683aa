// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does pieces of work in a few threads and hands their results over in order, so that the outcome does not depend on the threads. */
final class InOrder {
  /** Results that may wait for their turn, beside those being worked on. */
  private static final int AHEAD = 2;

  private final int threads;

  InOrder(int threads) {
    this.threads = threads;
  }

  /** One piece of work. */
  @FunctionalInterface
  interface Work<T, R> {
    R on(T piece) throws IOException, BrokenSource;
  }

  /** At most {@code threads + 2} pieces are in memory at any time. The first failure, in order, ends everything. */
  <T, R> void run(List<T> pieces, Work<T, R> work, Consumer<R> merge) throws IOException, BrokenSource {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      ArrayDeque<Future<R>> underWay = new ArrayDeque<>();
      Iterator<T> due = pieces.iterator();
      try {
        while (due.hasNext() || !underWay.isEmpty()) {
          while (due.hasNext() && underWay.size() < threads + AHEAD) {
            T piece = due.next();
            underWay.add(pool.submit(() -> work.on(piece)));
          }
          merge.accept(result(underWay.remove()));
        }
      } finally {
        underWay.forEach(f -> f.cancel(false));
      }
    }
  }

  private static <R> R result(Future<R> future) throws IOException, BrokenSource {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case BrokenSource broken -> throw broken;
        case RuntimeException ours -> throw ours;
        case Error error -> throw error;
        default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
