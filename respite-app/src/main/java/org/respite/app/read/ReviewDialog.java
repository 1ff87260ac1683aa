// SPDX-License-Identifier: Apache-2.0
package org.respite.app.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.respite.reading.Claim;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.Speaker;
import org.respite.reading.Stance;
import org.respite.reading.Statement;
import org.respite.reading.review.ReviewJournal;
import org.respite.reading.review.ReviewJournal.Action;

/** One screen a proposal; one key a decision. Ends when all are decided or the user leaves; what is decided is on disk. */
final class ReviewDialog {
  private static final int CONTEXT = 160;

  private final Reading reading;
  private final ReviewJournal journal;
  private final ReviewJournal.Context context;
  private final BufferedReader in;
  private final PrintWriter out;
  private Map<String, String> topics = Map.of();

  ReviewDialog(Reading reading, ReviewJournal journal, ReviewJournal.Context context, BufferedReader in, PrintWriter out) {
    this.reading = reading;
    this.journal = journal;
    this.context = context;
    this.in = in;
    this.out = out;
  }

  /** Topics that a correction may name, with their terms. */
  ReviewDialog knowing(Map<String, String> known) {
    topics = known;
    return this;
  }

  /** Number of proposals still open when the dialog ends. */
  int run() throws IOException {
    int i = 0;
    while (i < reading.statements().size()) {
      Statement statement = reading.statements().get(i);
      if (journal.decision(statement.id()).isPresent()) {
        i++;
        continue;
      }
      show(i, statement);
      String key = in.readLine();
      if (key == null || key.strip().equalsIgnoreCase("q")) {
        break;
      }
      i = decide(key.strip().toLowerCase(Locale.ROOT), i, statement);
    }
    int open = (int) reading.statements().stream().filter(s -> journal.decision(s.id()).isEmpty()).count();
    out.println(open == 0 ? "All proposals are decided." : open + " proposals are still open; start again to go on.");
    out.flush();
    return open;
  }

  private int decide(String key, int at, Statement statement) throws IOException {
    switch (key) {
      case "a" -> journal.append(Action.ACCEPT, statement, reading.text(), context);
      case "r" -> journal.append(Action.REJECT, statement, reading.text(), context);
      case "c" -> {
        Optional<Statement> corrected = corrected(statement);
        if (corrected.isEmpty()) {
          return at;
        }
        journal.append(Action.CORRECT, corrected.get(), reading.text(), context);
      }
      case "u" -> {
        return undo(at);
      }
      case "s" -> out.println("Left open.");
      default -> {
        out.println("Keys: a accept, c correct, r reject, s leave open, u undo the last decision, q leave.");
        return at;
      }
    }
    return at + 1;
  }

  private int undo(int at) throws IOException {
    Optional<String> last = journal.last();
    if (last.isEmpty()) {
      out.println("Nothing to undo.");
      return at;
    }
    for (int i = 0; i < reading.statements().size(); i++) {
      Statement statement = reading.statements().get(i);
      if (statement.id().equals(last.get())) {
        journal.append(Action.UNDO, statement, reading.text(), context);
        return i;
      }
    }
    out.println("The last decision (" + last.get() + ") is on a statement that this version does not propose.");
    return at;
  }

  private void show(int index, Statement s) {
    String text = reading.text();
    Span region = s.region();
    int from = Math.max(0, s.mention().map(m -> Math.min(m.begin(), region.begin())).orElse(region.begin()) - CONTEXT);
    int to = Math.min(text.length(), region.end() + CONTEXT);
    out.println();
    out.printf("[%d/%d] %s  %s  rule %s, confidence %.0f %% (first run on annotated texts)%n", index + 1, reading.statements().size(), s.id(), s.kind().word(), s.rule(), s.confidence() * 100);
    out.println("  speaker  " + s.speaker().name() + (s.speaker().role().isEmpty() ? "" : " (" + s.speaker().role() + ")") + ", party: " + s.speaker().party());
    out.println("  said on  " + s.saidOn());
    out.println("  words    " + s.words(text));
    out.println("  claims   " + (s.claims().isEmpty() ? "none" : claims(s.claims())));
    out.println("  in       …" + text.substring(from, region.begin()).replaceAll("\\s+", " ") + "[[" + region.in(text).replaceAll("\\s+", " ") + "]]"
        + text.substring(region.end(), to).replaceAll("\\s+", " ") + "…");
    if (!s.copyOf().isEmpty()) {
      out.println("  repeats  " + s.copyOf());
    }
    out.print("  a accept, c correct, r reject, s leave open, u undo, q leave: ");
    out.flush();
  }

  private static String claims(List<Claim> claims) {
    return String.join(", ", claims.stream().map(c -> c.topic() + "/" + c.stance().word()).toList());
  }

  /** Asks field by field; an empty answer keeps what is there. Empty when a claim cannot be read. */
  private Optional<Statement> corrected(Statement s) throws IOException {
    String name = ask("speaker", s.speaker().name());
    String party = ask("party", s.speaker().party());
    String saidOn = ask("said on", s.saidOn());
    String claims = ask("claims (topic/stance, …)", claims(s.claims()));
    List<Claim> parsed = new ArrayList<>();
    for (String claim : claims.isBlank() ? new String[0] : claims.split(",")) {
      String[] parts = claim.strip().split("/");
      Optional<Stance> stance = parts.length == 2 ? stance(parts[1]) : Optional.empty();
      if (stance.isEmpty()) {
        out.println("  \"" + claim.strip() + "\" is no topic/stance; stances are supports, opposes, conditional, asserts, denies, accuses. Nothing was written.");
        return Optional.empty();
      }
      String topic = parts[0].strip();
      if (!topics.containsKey(topic)) {
        out.println("  \"" + topic + "\" is no topic; topics are " + String.join(", ", topics.keySet()) + ". Nothing was written.");
        return Optional.empty();
      }
      parsed.add(new Claim(topic, topics.get(topic), stance.get(), ""));
    }
    Speaker speaker = new Speaker(name, s.speaker().role(), party, s.speaker().person());
    return Optional.of(new Statement(s.id(), s.kind(), speaker, s.mention(), s.cue(), s.quotes(), s.content(), saidOn, parsed, s.quantities(), s.rule(), s.confidence(), s.copyOf()));
  }

  private static Optional<Stance> stance(String word) {
    for (Stance stance : Stance.values()) {
      if (stance.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(stance);
      }
    }
    return Optional.empty();
  }

  private String ask(String what, String now) throws IOException {
    out.print("  " + what + " [" + now + "]: ");
    out.flush();
    String answer = in.readLine();
    return answer == null || answer.isBlank() ? now : answer.strip();
  }
}
