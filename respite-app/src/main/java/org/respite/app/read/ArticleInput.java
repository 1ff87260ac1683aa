// SPDX-License-Identifier: Apache-2.0
package org.respite.app.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.respite.app.console.InputBytes;
import org.respite.reading.Finding;
import org.respite.reading.Publication;
import org.respite.reading.review.Copies;
import org.respite.reading.source.SourceText;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The article that {@code respite read} is given, its day of publication, and the articles it is held against. */
final class ArticleInput {
  @Parameters(paramLabel = "ARTICLE", description = "Plain text, HTML or PDF; \"-\" reads standard input.")
  private String article;

  @Option(names = "--published", paramLabel = "DATE", description = "Day of publication, 2016-10-19, or a moment, 2016-10-19T22:30Z. Without it, one found in the article is used and shown.")
  private String published;

  @Option(names = "--offset", paramLabel = "HOURS", description = "Offset of the place from UTC, +03:00: turns a moment of publication into the day there. Default: ${DEFAULT-VALUE}.", defaultValue = "Z")
  private String offset;

  @Option(names = "--compare", paramLabel = "ARTICLE", description = "An article read before, or a folder of them: says whether this one is a copy of the same story. May be repeated.")
  private List<Path> compare = List.of();

  /** As it was named on the command line. */
  String article() {
    return article;
  }

  /** For people: the file's own name. */
  String name() {
    return isStandardInput() ? "standard input" : Path.of(article).getFileName().toString();
  }

  ZoneOffset zone() {
    return ZoneOffset.of(offset);
  }

  private boolean isStandardInput() {
    return article.equals(InputBytes.STANDARD_INPUT);
  }

  /** The text of the article; empty, and told why, where it cannot be read. */
  Optional<SourceText> source(Consumer<Finding> tell) {
    Optional<SourceText> source = file(Path.of(article), tell).map(bytes -> SourceText.of(bytes, isStandardInput() ? "standard input" : article));
    source.ifPresent(s -> s.findings().forEach(tell));
    return source.filter(SourceText::isReadable);
  }

  private static Optional<byte[]> file(Path path, Consumer<Finding> tell) {
    try {
      return Optional.of(InputBytes.of(path));
    } catch (IOException e) {
      tell.accept(new Finding(true, path.toString(), InputBytes.obstacle(path), "nothing is read", "Give the path of one article"));
      return Optional.empty();
    }
  }

  /** The day of publication: given, found in the article, or unknown; empty, and told why, where it is given wrongly. */
  Optional<Publication> publication(SourceText source, Consumer<Finding> tell) {
    if (published == null) {
      Publication found = source.published().orElse(Publication.unknown());
      String note = found.date().isPresent() ? "published " + found.date().get() + ", " + found.basis() : "no day of publication is given or found";
      String effect = found.date().isPresent() ? "weekdays are counted from it" : "weekdays stay unresolved";
      tell.accept(new Finding(false, article, note, effect, "Give --published to be sure"));
      return Optional.of(found);
    }
    try {
      ZoneOffset zone = zone();
      boolean moment = published.contains("T");
      return Optional.of(Publication.given(moment ? OffsetDateTime.parse(published).withOffsetSameInstant(zone).toLocalDate() : LocalDate.parse(published)));
    } catch (DateTimeException e) {
      tell.accept(new Finding(true, "--published " + published + " --offset " + offset, "this is not a date with an offset", "weekdays cannot be counted", "Write 2016-10-19, or 2016-10-19T22:30Z with --offset +03:00"));
      return Optional.empty();
    }
  }

  /** Tells of each article to compare with whether it is the same story; hashes of those that are. */
  List<String> copies(String text, Consumer<Finding> tell) throws IOException {
    List<String> copies = new ArrayList<>();
    for (Path other : articles()) {
      Optional<byte[]> bytes = file(other, tell);
      SourceText source = bytes.map(b -> SourceText.of(b, other.toString())).orElse(null);
      if (source == null || !source.isReadable()) {
        continue;
      }
      double share = Copies.containment(text, source.text());
      String what = String.format(Locale.ROOT, "it shares %.0f %% of its runs of five words with %s", share * 100, other);
      boolean copy = share >= Copies.COPY;
      if (copy || !Files.isDirectory(compare.getFirst())) {
        tell.accept(new Finding(false, article, what, copy ? "it is a copy of the same story, not an independent source" : "it is not a copy", "Count one source for one story"));
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
        try (Stream<Path> files = Files.list(path)) {
          files.filter(Files::isRegularFile).filter(p -> !p.toAbsolutePath().equals(Path.of(article).toAbsolutePath())).sorted().forEach(articles::add);
        }
      } else {
        articles.add(path);
      }
    }
    return articles;
  }
}
