// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.respite.reading.Publication;
import org.respite.reading.rules.RuleReader;
import org.respite.reading.score.Gold;
import org.respite.reading.score.Scorer;
import org.respite.reading.score.Scorer.Measure;
import org.respite.reading.score.Tally;

/** Scores the reader on folders of registers and prints every error. Arguments: folders or single registers. */
public final class Scores {
  public static void main(String[] args) throws IOException {
    RuleReader reader = RuleReader.english();
    Map<Measure, Tally> sum = new EnumMap<>(Measure.class);
    Map<String, Tally> rules = new TreeMap<>();
    Map<String, Tally> topics = new TreeMap<>();
    Map<String, Integer> stances = new TreeMap<>();
    for (Path file : registers(args)) {
      Gold gold = Gold.parse(Files.readString(file));
      Scorer scorer = Scorer.score(gold, reader.read(Files.readString(Gold.textOf(file)), Publication.given(gold.published())));
      System.out.println("== " + gold.id());
      scorer.errors().forEach(line -> System.out.println("   " + line));
      for (Measure measure : List.of(Measure.QUOTES, Measure.QUOTE_AND_SPEAKER, Measure.STATEMENTS)) {
        System.out.println("  " + measure.label() + " " + scorer.tallies().get(measure).line());
      }
      scorer.tallies().forEach((measure, tally) -> sum.merge(measure, tally, Tally::plus));
      scorer.labels().topics().forEach((topic, tally) -> topics.merge(topic, tally, Tally::plus));
      scorer.labels().stances().forEach((pair, count) -> stances.merge(pair, count, Integer::sum));
      scorer.rules().forEach((rule, tally) -> rules.merge(rule, tally, Tally::plus));
    }
    System.out.println("== all");
    sum.forEach((measure, tally) -> System.out.printf("%-18s %s%n", measure.label(), tally.line()));
    topics.forEach((topic, tally) -> System.out.printf("%-24s %d right %d wrong %d missed%n", topic, tally.right(), tally.wrong(), tally.missed()));
    stances.forEach((pair, count) -> System.out.printf("stance %-28s %d%n", pair, count));
    rules.forEach((rule, tally) -> System.out.printf("%-20s %d right %d wrong%n", rule, tally.right(), tally.wrong()));
  }

  private static List<Path> registers(String[] args) throws IOException {
    List<Path> registers = new ArrayList<>();
    for (String arg : args) {
      try (Stream<Path> files = Files.walk(Path.of(arg), 1)) {
        files.filter(p -> p.toString().endsWith(".gold.yaml")).sorted().forEach(registers::add);
      }
    }
    return registers;
  }
}
