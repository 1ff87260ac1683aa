// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.respite.reading.Contradiction;
import org.respite.reading.Finding;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.ReadingJson;
import org.respite.reading.Statement;
import org.respite.reading.review.CasePatch;
import org.respite.reading.review.Consents;
import org.respite.reading.review.Contradictions;
import org.respite.reading.review.Copies;
import org.respite.reading.review.ReviewJournal;
import org.respite.reading.rules.RuleReader;
import org.respite.reading.score.Gold;
import org.respite.reading.score.Scorer;
import org.respite.reading.second.SecondReader;
import org.respite.reading.source.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code respite read}: from one article to proposed statements. Nothing is confirmed but by {@code --review}. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = "Proposes who said what in an article: words, speaker, day, topic, stance. A person confirms with --review.",
    footer = {"", "Examples:", "  respite read article.txt --published 2016-10-19", "  respite read - --published 2016-10-19 --json < article.txt",
        "  respite read article.html --review decisions.jsonl --by \"night desk\"", "  respite read article.txt --published 2016-10-19 --case-patch"})
final class ReadCommand implements Callable<Integer> {
  static final String READER = "respite rules/en " + Respite.VERSION;

  private static final int SECOND_READER_SECONDS = 300;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ARTICLE", description = "Plain text, HTML or PDF; \"-\" reads standard input.")
  private String article;

  @Option(names = "--published", paramLabel = "DATE", description = "Day of publication, 2016-10-19, or a moment, 2016-10-19T22:30Z. Without it, one found in the article is used and shown.")
  private String published;

  @Option(names = "--offset", paramLabel = "HOURS", description = "Offset of the place from UTC, +03:00: turns a moment of publication into the day there. Default: ${DEFAULT-VALUE}.", defaultValue = "Z")
  private String offset;

  @Option(names = "--json", description = "Print the whole reading as JSON.")
  private boolean json;

  @Option(names = "--case-patch", description = "Print what the article offers to the case file, as YAML with provenance.")
  private boolean casePatch;

  @Option(names = "--review", paramLabel = "JOURNAL", description = "Decide on each proposal; decisions are appended to this file of JSON Lines.")
  private Path review;

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides; needed with --review.")
  private String by;

  @Option(names = "--actors", paramLabel = "FILE", description = "Actors table to use instead of ours: id, name, kind, party, other names, between tabs.")
  private Path actors;

  @Option(names = "--compare", paramLabel = "ARTICLE", description = "An article read before: says whether this one is a copy of it. May be repeated.")
  private List<Path> compare = List.of();

  @Option(names = "--second-reader", paramLabel = "COMMAND", description = "Another reader to run in its own process: text on its standard input, lines of begin TAB end TAB speaker on its output. Off by default.")
  private String secondReader;

  @Option(names = "--gold", paramLabel = "FILE", description = "Score the reading against a hand-made register.")
  private Path gold;

  @Override
  public Integer call() throws IOException {
    Optional<byte[]> bytes = bytes();
    if (bytes.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    SourceText source = SourceText.of(bytes.get(), article.equals("-") ? "standard input" : article);
    source.findings().forEach(this::tell);
    if (!source.isReadable()) {
      return ExitCode.BAD_INPUT;
    }
    Optional<Publication> publication = publication(source);
    Optional<RuleReader> reader = reader();
    if (publication.isEmpty() || reader.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    Reading reading = reader.get().read(source.text(), publication.get());
    reading.findings().forEach(this::tell);
    copies(source.text());
    return answer(source, reading);
  }

  /** What the second reader says; a failure of it is told and costs nothing else. */
  private Optional<SecondReader.Comparison> second(Reading reading) {
    if (secondReader == null) {
      return Optional.empty();
    }
    try {
      List<SecondReader.Quoted> quoted = SecondReader.run(List.of(secondReader.strip().split("\\s+")), reading.text(), SECOND_READER_SECONDS);
      return Optional.of(SecondReader.compare(reading, quoted));
    } catch (IOException e) {
      tell(new Finding(false, "--second-reader", e.getMessage(), "no proposal is marked as agreed", "Run the command by hand on the article's text"));
      return Optional.empty();
    }
  }

  private int answer(SourceText source, Reading reading) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Contradiction> contradictions = Contradictions.of(reading);
    if (review != null) {
      return review(source, reading);
    }
    if (gold != null) {
      return score(reading);
    }
    if (casePatch) {
      out.print(CasePatch.of(reading, article, source.sha256()));
    } else if (json) {
      Optional<String> text = source.form().equals("text") ? Optional.empty() : Optional.of(source.text());
      out.println(ReadingJson.write(new ReadingJson.Document(article, source.sha256(), source.language(), source.encoding(), READER, text), reading, new ReadingJson.Derived(contradictions, second(reading))));
    } else {
      list(out, reading, contradictions);
    }
    out.flush();
    return ExitCode.DONE;
  }

  private void list(PrintWriter out, Reading reading, List<Contradiction> contradictions) {
    out.println("Published: " + reading.publication().date().map(Object::toString).orElse("not stated") + " (" + reading.publication().basis() + ")");
    for (Statement s : reading.statements()) {
      out.printf("%s %-8s %s, %s: %s%n", s.id(), s.kind().word(), s.speaker().name(), s.saidOn(), s.words(reading.text()).replaceAll("\\s+", " "));
      s.claims().forEach(c -> out.println("      " + c.stance().word() + " " + c.topic()));
    }
    second(reading).ifPresent(c -> out.println("second reader: agrees on " + c.agree() + ", names another speaker on " + c.differ()));
    contradictions.forEach(c -> out.println("side by side: " + c.a() + " and " + c.b() + " (" + c.kind() + ") " + c.why()));
    Consents.of(reading).stream().filter(r -> !r.evidence().isEmpty()).forEach(r -> out.println("proposed row: " + r.party() + ", " + r.term() + ": " + r.value() + " " + r.evidence()));
    out.println(reading.statements().size() + " proposals, none confirmed. Decide with --review JOURNAL --by NAME.");
  }

  private int review(SourceText source, Reading reading) throws IOException {
    if (by == null || by.isBlank()) {
      error("--review", "nobody is named", "a decision without a name cannot enter a register", "Add --by NAME");
      return ExitCode.BAD_INPUT;
    }
    try {
      ReviewJournal journal = ReviewJournal.open(review, source.sha256());
      BufferedReader keys = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      int open = new ReviewDialog(reading, journal, new ReviewJournal.Context(source.sha256(), article, READER, by), keys, spec.commandLine().getErr()).run();
      return open == 0 ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
    } catch (ReviewJournal.BrokenLine e) {
      error(review.toString(), e.getMessage(), "no decision is taken", "Mend or remove that line");
      return ExitCode.BAD_INPUT;
    } catch (IOException e) {
      error(review.toString(), "it cannot be read or written (" + e.getMessage() + ")", "no decision is kept", "Choose another file");
      return ExitCode.BAD_INPUT;
    }
  }

  private int score(Reading reading) {
    try {
      Scorer scorer = Scorer.score(Gold.parse(Files.readString(gold)), reading);
      PrintWriter out = spec.commandLine().getOut();
      scorer.tallies().forEach((measure, tally) -> out.printf("%-18s %s%n", measure.label(), tally.line()));
      scorer.errors().forEach(line -> spec.commandLine().getErr().println(line));
      return ExitCode.DONE;
    } catch (IOException | RuntimeException e) {
      error(gold.toString(), "it cannot be read as a register (" + e.getMessage() + ")", "nothing is scored", "Compare it with the registers under respite-reading/src/test/resources/gold");
      return ExitCode.BAD_INPUT;
    }
  }

  private Optional<byte[]> bytes() throws IOException {
    if (article.equals("-")) {
      return Optional.of(System.in.readAllBytes());
    }
    return file(Path.of(article));
  }

  private Optional<byte[]> file(Path path) {
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (IOException e) {
      String why = Files.isDirectory(path) ? "it is a folder" : Files.exists(path) ? "it cannot be read" : "there is no such file";
      error(path.toString(), why, "nothing is read", "Give the path of one article");
      return Optional.empty();
    }
  }

  private Optional<Publication> publication(SourceText source) {
    if (published == null) {
      Publication found = source.published().orElse(Publication.unknown());
      String note = found.date().isPresent() ? "published " + found.date().get() + ", " + found.basis() : "no day of publication is given or found";
      String effect = found.date().isPresent() ? "weekdays are counted from it" : "weekdays stay unresolved";
      tell(new Finding(false, article, note, effect, "Give --published to be sure"));
      return Optional.of(found);
    }
    try {
      ZoneOffset zone = ZoneOffset.of(offset);
      boolean moment = published.contains("T");
      return Optional.of(Publication.given(moment ? OffsetDateTime.parse(published).withOffsetSameInstant(zone).toLocalDate() : LocalDate.parse(published)));
    } catch (DateTimeException e) {
      error("--published " + published + " --offset " + offset, "this is not a date with an offset", "weekdays cannot be counted", "Write 2016-10-19, or 2016-10-19T22:30Z with --offset +03:00");
      return Optional.empty();
    }
  }

  private Optional<RuleReader> reader() {
    if (actors == null) {
      return Optional.of(RuleReader.english());
    }
    try {
      List<String[]> rows = Files.readAllLines(actors).stream().filter(l -> !l.isBlank() && !l.startsWith("#")).map(l -> l.split("\t", -1)).toList();
      return Optional.of(RuleReader.english(rows));
    } catch (IOException e) {
      error(actors.toString(), "it cannot be read", "no actors are known", "Give a file of UTF-8 text");
    } catch (IllegalArgumentException e) {
      error(actors.toString(), e.getMessage(), "no actors are known", "Mend that line");
    }
    return Optional.empty();
  }

  private void copies(String text) {
    for (Path other : compare) {
      Optional<byte[]> bytes = file(other);
      if (bytes.isEmpty()) {
        continue;
      }
      double share = Copies.containment(text, SourceText.of(bytes.get(), other.toString()).text());
      String what = String.format(java.util.Locale.ROOT, "it shares %.0f %% of its runs of five words with %s", share * 100, other);
      tell(new Finding(false, article, what, share >= Copies.COPY ? "it is a copy of the same story, not an independent source" : "it is not a copy", "Count one source for one story"));
    }
  }

  private void error(String place, String what, String effect, String remedy) {
    tell(new Finding(true, place, what, effect, remedy));
  }

  private void tell(Finding finding) {
    spec.commandLine().getErr().println(finding.line());
  }
}
