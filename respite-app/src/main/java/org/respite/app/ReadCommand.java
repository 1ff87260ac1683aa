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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.respite.reading.Agreement;
import org.respite.reading.Finding;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.ReadingJson;
import org.respite.reading.Statement;
import org.respite.reading.review.CaseFile;
import org.respite.reading.review.CasePatch;
import org.respite.reading.review.Confirmed;
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
        "  respite read article.html --review decisions.jsonl --by \"night desk\"", "  respite read article.txt --published 2016-10-19 --case-patch --case cases/aleppo-2016-10 > patch.diff"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:read (and, with --review, all decided)", "1:proposals are left open", "2:the article or the command is wrong", "70:a bug of ours"})
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

  @Option(names = "--case-patch", description = "Print what the article offers to the case file, in its own form, with the place of each line.")
  private boolean casePatch;

  @Option(names = "--case", paramLabel = "CASE", description = "A case folder: --case-patch then prints a unified diff of its case.yaml, and uses the parties that it has.")
  private Path caseFolder;

  @Option(names = "--review", paramLabel = "JOURNAL",
      description = "Decide on each proposal; decisions are appended to this file of JSON Lines. Contradictions and consent rows follow from what was accepted; with --json or --case-patch only that is printed.")
  private Path review;

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides; needed with --review.")
  private String by;

  @Option(names = "--actors", paramLabel = "FILE", description = "Actors table to use instead of ours: id, name, kind, party, other names, between tabs.")
  private Path actors;

  @Option(names = "--compare", paramLabel = "ARTICLE", description = "An article read before, or a folder of them: says whether this one is a copy of the same story. May be repeated.")
  private List<Path> compare = List.of();

  @Option(names = "--second-reader", paramLabel = "COMMAND", description = "Another reader to run in its own process: text on its standard input; on its output lines of begin TAB end TAB speaker, or the JSON of Stanford CoreNLP. Off by default.")
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
    List<String> copies = copies(source.text());
    return answer(new Read(source, reading, reader.get(), copies));
  }

  /**
   * An article that was read.
   *
   * @param copies hashes of the documents that tell the same story in the same words
   */
  private record Read(SourceText source, Reading reading, RuleReader reader, List<String> copies) {}

  /** What the second reader says; a failure of it is told and costs nothing else. */
  private Optional<Agreement> second(Reading reading) {
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

  private int answer(Read read) throws IOException {
    if (gold != null) {
      return score(read.reading());
    }
    if (review == null) {
      return print(read, read.reading().statements(), Confirmed.NONE);
    }
    if (by == null || by.isBlank()) {
      error("--review", "nobody is named", "a decision without a name cannot enter a register", "Add --by NAME");
      return ExitCode.BAD_INPUT;
    }
    try {
      ReviewJournal journal = ReviewJournal.open(review, read.source().sha256());
      int open = dialog(read, journal);
      List<Statement> rows = journal.confirmed(read.reading(), read.reader().topics());
      int printed = print(read, rows, Confirmed.of(read.reading(), journal, rows, read.reader().topics()));
      return printed != ExitCode.DONE ? printed : open == 0 ? ExitCode.DONE : ExitCode.NOT_ENOUGH;
    } catch (ReviewJournal.BrokenLine e) {
      error(review.toString(), e.getMessage(), "no decision is taken", "Mend or remove that line");
    } catch (IOException e) {
      error(review.toString(), "it cannot be read or written (" + e.getMessage() + ")", "no decision is kept", "Choose another file");
    }
    return ExitCode.BAD_INPUT;
  }

  private int dialog(Read read, ReviewJournal journal) throws IOException {
    BufferedReader keys = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String copyOf = read.copies().isEmpty() ? "" : read.copies().getFirst();
    ReviewJournal.Context context = new ReviewJournal.Context(read.source().sha256(), article, READER, by, copyOf);
    return new ReviewDialog(read.reading(), journal, context, keys, spec.commandLine().getErr()).knowing(read.reader().topics()).run();
  }

  private int print(Read read, List<Statement> rows, Confirmed confirmed) {
    PrintWriter out = spec.commandLine().getOut();
    int code = ExitCode.DONE;
    if (casePatch) {
      code = patch(read, rows);
    } else if (json) {
      Optional<String> text = read.source().form().equals("text") ? Optional.empty() : Optional.of(read.source().text());
      ReadingJson.Document document = new ReadingJson.Document(article, read.source().sha256(), read.source().language(), read.source().encoding(), READER, text, read.copies());
      Reading shown = review == null ? read.reading() : read.reading().withStatements(rows);
      out.println(ReadingJson.write(document, shown, new ReadingJson.Derived(confirmed.contradictions(), second(read.reading()))));
    } else if (review == null) {
      ReadingList.proposals(out, read.reading());
      second(read.reading()).ifPresent(c -> out.println("second reader: agrees on " + c.agree() + ", names another speaker on " + c.differ()));
    } else {
      ReadingList.confirmed(out, read.reading(), rows, confirmed);
    }
    out.flush();
    return code;
  }

  private int patch(Read read, List<Statement> rows) {
    Optional<CaseFile> file = Optional.empty();
    Path yaml = caseFolder == null ? null : Files.isDirectory(caseFolder) ? caseFolder.resolve("case.yaml") : caseFolder;
    try {
      if (yaml != null) {
        file = Optional.of(CaseFile.parse(Files.readString(yaml)));
      }
      CasePatch.Document document = new CasePatch.Document(name(), read.source().sha256(), ZoneOffset.of(offset), review != null);
      CasePatch patch = CasePatch.of(read.reading(), rows, document, new CasePatch.Context(read.reader().parties(), file));
      spec.commandLine().getOut().print(file.map(f -> patch.diff(f, "case.yaml")).orElseGet(patch::yaml));
      return ExitCode.DONE;
    } catch (IOException e) {
      error(yaml.toString(), "it cannot be read", "there is no patch", "Give a case folder");
    } catch (IllegalArgumentException e) {
      error(yaml.toString(), e.getMessage(), "there is no patch", "Let `respite check` name what is wrong with it");
    }
    return ExitCode.BAD_INPUT;
  }

  private String name() {
    return article.equals("-") ? "standard input" : Path.of(article).getFileName().toString();
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

  /** Tells of each article to compare with whether it is the same story; hashes of those that are. */
  private List<String> copies(String text) throws IOException {
    List<String> copies = new ArrayList<>();
    for (Path other : articles()) {
      Optional<byte[]> bytes = file(other);
      SourceText source = bytes.map(b -> SourceText.of(b, other.toString())).orElse(null);
      if (source == null || !source.isReadable()) {
        continue;
      }
      double share = Copies.containment(text, source.text());
      String what = String.format(java.util.Locale.ROOT, "it shares %.0f %% of its runs of five words with %s", share * 100, other);
      boolean copy = share >= Copies.COPY;
      if (copy || !Files.isDirectory(compare.getFirst())) {
        tell(new Finding(false, article, what, copy ? "it is a copy of the same story, not an independent source" : "it is not a copy", "Count one source for one story"));
      }
      if (copy) {
        copies.add(source.sha256());
      }
    }
    return copies;
  }

  /** The articles to compare with: files as they are named, of folders every file but this article. */
  private List<Path> articles() throws IOException {
    List<Path> articles = new ArrayList<>();
    for (Path path : compare) {
      if (Files.isDirectory(path)) {
        try (java.util.stream.Stream<Path> files = Files.list(path)) {
          files.filter(Files::isRegularFile).filter(p -> !p.toAbsolutePath().equals(Path.of(article).toAbsolutePath())).sorted().forEach(articles::add);
        }
      } else {
        articles.add(path);
      }
    }
    return articles;
  }

  private void error(String place, String what, String effect, String remedy) {
    tell(new Finding(true, place, what, effect, remedy));
  }

  private void tell(Finding finding) {
    spec.commandLine().getErr().println(finding.line());
  }
}
