// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.second;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.respite.reading.Agreement;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.Statement;

/**
 * Another reader in a process of its own, started by the user's command; off unless asked for, never linked, never bundled.
 *
 * <p>It gets the text as UTF-8 on standard input and answers one line a quotation: {@code begin TAB end TAB speaker}, offsets as ours; or
 * JSON as Stanford CoreNLP writes it ({@link CoreNlpAnswer}), so that a line such as {@code curl --data-binary @- URL} to a CoreNLP server
 * of the user's own will do. CoreNLP is GPL v3 or later: it stays in its process, is fetched by the user and is no part of this.
 * Where two readers of different make agree on words and speaker, the proposal is far likelier to be right.
 */
public final class SecondReader {
  private static final double SAME_WORDS = 0.8;

  /** A quotation as the other reader sees it. */
  public record Quoted(Span span, String speaker) {}

  private SecondReader() {}

  /**
   * Runs the command.
   *
   * @param seconds how long it may take
   * @throws IOException when it cannot be started, fails, takes too long or answers what is no such line; the message says which
   */
  public static List<Quoted> run(List<String> command, String text, int seconds) throws IOException {
    Path answer = Files.createTempFile("second-reader", ".tsv");
    try {
      Process process = new ProcessBuilder(command).redirectOutput(answer.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      boolean heard = feed(process, text);
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("it took longer than " + seconds + " s");
      }
      if (process.exitValue() != 0) {
        throw new IOException("it ended with code " + process.exitValue());
      }
      if (!heard) {
        throw new IOException("it did not read its input");
      }
      String said = Files.readString(answer);
      return said.stripLeading().startsWith("{") ? CoreNlpAnswer.parse(said, text.length()) : parse(said.lines().toList(), text.length());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("waiting for it was interrupted", e);
    } finally {
      Files.deleteIfExists(answer);
    }
  }

  /** False when the process stops listening: its exit code then says more than the broken pipe. */
  private static boolean feed(Process process, String text) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  static List<Quoted> parse(List<String> lines, int length) throws IOException {
    List<Quoted> quoted = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split("\t", -1);
      try {
        Span span = new Span(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        if (span.end() > length) {
          throw new IllegalArgumentException("it ends behind the text");
        }
        quoted.add(new Quoted(span, parts[2]));
      } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
        throw new IOException("its line " + (i + 1) + " is no \"begin TAB end TAB speaker\": " + lines.get(i), e);
      }
    }
    return List.copyOf(quoted);
  }

  /** Compares what both have quoted; what only one has quoted says nothing. */
  public static Agreement compare(Reading reading, List<Quoted> other) {
    List<String> agree = new ArrayList<>();
    List<String> differ = new ArrayList<>();
    for (Statement s : reading.statements()) {
      for (Quoted q : other) {
        if (s.quotes().stream().anyMatch(own -> overlap(own, q.span()) >= SAME_WORDS)) {
          (last(s.speaker().name()).equals(last(q.speaker())) ? agree : differ).add(s.id());
          break;
        }
      }
    }
    return new Agreement(List.copyOf(agree), List.copyOf(differ));
  }

  private static String last(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return lower.substring(Math.max(lower.lastIndexOf(' '), lower.lastIndexOf('-')) + 1);
  }

  private static double overlap(Span a, Span b) {
    int common = Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin());
    return common <= 0 ? 0 : (double) common / (Math.max(a.end(), b.end()) - Math.min(a.begin(), b.begin()));
  }
}
