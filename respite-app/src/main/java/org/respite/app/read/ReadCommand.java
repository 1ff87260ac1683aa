// SPDX-License-Identifier: Apache-2.0
package org.respite.app.read;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.respite.app.console.ExitCode;
import org.respite.app.console.Release;
import org.respite.reading.Agreement;
import org.respite.reading.Finding;
import org.respite.reading.Publication;
import org.respite.reading.Reading;
import org.respite.reading.ReadingJson;
import org.respite.reading.Statement;
import org.respite.reading.review.CaseFile;
import org.respite.reading.review.CasePatch;
import org.respite.reading.review.Confirmed;
import org.respite.reading.review.ReviewJournal;
import org.respite.reading.rules.RuleReader;
import org.respite.reading.score.Gold;
import org.respite.reading.score.Scorer;
import org.respite.reading.second.SecondReader;
import org.respite.reading.source.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
public final class ReadCommand implements Callable<Integer> {
  static final String READER = "respite rules/en " + Release.VERSION;

  private static final int SECOND_READER_SECONDS = 300;

  @Spec private CommandSpec spec;

  @Mixin private ArticleInput input = new ArticleInput();

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

  @Option(names = "--second-reader", paramLabel = "COMMAND", description = "Another reader to run in its own process: text on its standard input; on its output lines of begin TAB end TAB speaker, or the JSON of Stanford CoreNLP. Off by default.")
  private String secondReader;

  @Option(names = "--gold", paramLabel = "FILE", description = "Score the reading against a hand-made register.")
  private Path gold;

  @Override
  public Integer call() throws IOException {
    Optional<SourceText> source = input.source(this::tell);
    if (source.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    Optional<Publication> publication = input.publication(source.get(), this::tell);
    Optional<RuleReader> reader = reader();
    if (publication.isEmpty() || reader.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    Reading reading = reader.get().read(source.get().text(), publication.get());
    reading.findings().forEach(this::tell);
    List<String> copies = input.copies(source.get().text(), this::tell);
    return answer(new Read(source.get(), reading, reader.get(), copies));
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
    ReviewJournal.Context context = new ReviewJournal.Context(read.source().sha256(), input.article(), READER, by, copyOf);
    return new ReviewDialog(read.reading(), journal, context, keys, spec.commandLine().getErr()).knowing(read.reader().topics()).run();
  }

  private int print(Read read, List<Statement> rows, Confirmed confirmed) {
    PrintWriter out = spec.commandLine().getOut();
    int code = ExitCode.DONE;
    if (casePatch) {
      code = patch(read, rows);
    } else if (json) {
      Optional<String> text = read.source().form().equals("text") ? Optional.empty() : Optional.of(read.source().text());
      ReadingJson.Document document = new ReadingJson.Document(input.article(), read.source().sha256(), read.source().language(), read.source().encoding(), READER, text, read.copies());
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
      CasePatch.Document document = new CasePatch.Document(input.name(), read.source().sha256(), input.zone(), review != null);
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

  private void error(String place, String what, String effect, String remedy) {
    tell(new Finding(true, place, what, effect, remedy));
  }

  private void tell(Finding finding) {
    spec.commandLine().getErr().println(finding.line());
  }
}
