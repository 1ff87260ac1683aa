// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.assess;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Questions that do not hang on each other, asked in a few threads, the first asked begun first. Threads change no answer. */
final class Together implements AutoCloseable {
  private final ExecutorService threads;

  Together(int threads) {
    this.threads = Executors.newFixedThreadPool(threads);
  }

  /** The answer, to be waited for when it is wanted. */
  <T> Supplier<T> ask(Callable<T> question) {
    Future<T> answer = threads.submit(question);
    return () -> {
      try {
        return answer.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a question failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for an answer", e);
      }
    };
  }

  @Override
  public void close() {
    threads.close();
  }
}
