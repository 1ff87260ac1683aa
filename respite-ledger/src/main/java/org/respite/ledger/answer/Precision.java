// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.answer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.ledger.entry.Statement;
import org.respite.ledger.entry.Terms;
import org.respite.ledger.entry.Terms.Point;

/**
 * Which points an announced text leaves open. What a person entered under {@code terms} is stated; beyond that, English words in the text are searched for, and a hit only
 * says that the point is touched: somebody has to look. A point that nothing touches is missing, and a missing point is what offers fail on.
 */
public final class Precision {
  /** How a point stands. */
  public enum Found {
    STATED,
    TOUCHED,
    MISSING
  }

  /**
   * @param words what was entered, or the passage that touches it; empty where missing
   */
  public record Row(Point point, Found found, String words) {}

  private static final String CLOCK = "\\b(?:[01]?\\d|2[0-3])[:.][0-5]\\d\\b|\\b\\d{1,2} ?[ap]\\.?m\\.?";
  private static final Map<Point, Pattern> CUES = new EnumMap<>(Point.class);

  static {
    CUES.put(Point.ROUTE, cue("\\b(?:along|via|through) (?:the )?[^.,;]*\\b(?:road|street|crossing|corridor|route|bridge)s?\\b[^.;]*|\\b(?:at|near) [A-Z][^.,;]* (?:road|crossing)\\b"));
    CUES.put(Point.START, cue("\\bfrom [^.;]*?(?:" + CLOCK + ")|\\b(?:begins?|starts?|starting)\\b[^.;]*?(?:" + CLOCK + ")"));
    CUES.put(Point.END, cue("(?:to|until|till|ends? at|runs to) (?:" + CLOCK + ")"));
    CUES.put(Point.ZONE, cue("\\b(?:local time|GMT|UTC|Damascus time|Aleppo time|Moscow time)\\b"));
    CUES.put(Point.WHO_MAY_PASS, cue("\\b(?:civilians|fighters|sick|wounded|women|children|families)\\b[^.;]*"));
    CUES.put(Point.GOODS, cue("\\b(?:aid|food|medicines?|medical supplies|trucks|convoys?|goods|weapons|arms|luggage)\\b[^.;]*"));
    CUES.put(Point.DIRECTION, cue("\\b(?:out of|leave|leaving|into|enter(?:ing)?|towards?|to the (?:north|south|east|west))\\b[^.;]*"));
    CUES.put(Point.EXCEPTIONS, cue("\\b(?:except|excluding|other than|does not apply|save for|apart from)\\b[^.;]*"));
    CUES.put(Point.MONITOR, cue("\\b(?:monitor(?:s|ed|ing)?|observers?|observed by|verified by|supervis\\w+|under the eyes of)\\b[^.;]*"));
  }

  private Precision() {}

  private static Pattern cue(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The nine points, in their order. */
  public static List<Row> of(Statement s) {
    String text = String.join("\n", s.text(), s.wording().original(), s.wording().translation());
    List<Row> rows = new ArrayList<>();
    for (Point point : Point.values()) rows.add(row(point, s.terms(), text));
    return List.copyOf(rows);
  }

  private static Row row(Point point, Optional<Terms> terms, String text) {
    String stated = terms.map(t -> t.points().getOrDefault(point, "")).orElse("");
    if (!stated.isEmpty()) return new Row(point, Found.STATED, stated);
    Matcher m = CUES.get(point).matcher(text);
    return m.find() ? new Row(point, Found.TOUCHED, m.group().strip()) : new Row(point, Found.MISSING, "");
  }
}
