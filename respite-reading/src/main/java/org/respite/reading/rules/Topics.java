// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what a clause is about. Of two topics whose words overlap the longer holds: "suspension of the air strikes" is a pause, no bombardment. */
final class Topics {
  private static final int LONGEST_SETTING = 40;
  private static final String WHERE_HALTED = "halt";

  /**
   * A topic of the table.
   *
   * @param kind "wanted", "harm" or "state"
   * @param cues classes of cues it holds for; empty for all
   */
  record Topic(String name, String term, String kind, WordPattern pattern, List<String> cues) {}

  /**
   * A topic in a clause.
   *
   * @param setting the words only say where or when: "at the crossing", "after the truce"
   */
  record Found(Topic topic, int begin, int end, boolean setting) {
    private boolean within(Found other) {
      return other.begin <= begin && other.end >= end && other.end - other.begin > end - begin;
    }

    private boolean sameWords(Found other) {
      return other.begin == begin && other.end == end;
    }
  }

  private final List<Topic> topics = new ArrayList<>();
  private final Map<String, Topic> byName = new LinkedHashMap<>();
  private final Pattern setting;

  Topics(Vocabulary words) {
    words.table("topics.tsv").forEach(row -> topics.add(new Topic(row[0], row[1], row[2], new WordPattern(row[3]), row.length > 4 ? List.of(row[4].split(" ")) : List.of())));
    topics.forEach(topic -> byName.putIfAbsent(topic.name(), topic));
    this.setting = words.pattern("setting");
  }

  /** The topics of a lower-cased clause in the order of the table; {@code halted}: the document tells of a halt. */
  List<Found> in(String clause, String cue, boolean halted) {
    List<Found> found = new ArrayList<>();
    for (Topic topic : topics) {
      if (holds(topic, cue, halted)) {
        find(topic, clause, found);
      }
    }
    List<Found> kept = new ArrayList<>();
    for (Found one : found) {
      if (found.stream().noneMatch(one::within) && kept.stream().noneMatch(one::sameWords)) {
        kept.add(one);
      }
    }
    return kept;
  }

  private static boolean holds(Topic topic, String cue, boolean halted) {
    return topic.cues().isEmpty() || topic.cues().contains(cue) && (halted || !topic.cues().contains(WHERE_HALTED));
  }

  /** Adds the first mention that is more than a setting, or else the first. */
  private void find(Topic topic, String clause, List<Found> found) {
    Found first = null;
    for (int[] at = topic.pattern().find(clause, 0); at != null; at = topic.pattern().find(clause, at[1])) {
      boolean setting = this.setting.matcher(clause.substring(Math.max(0, at[0] - LONGEST_SETTING), at[0])).find();
      Found one = new Found(topic, at[0], at[1], setting);
      first = first == null ? one : first;
      if (!setting) {
        found.add(one);
        return;
      }
    }
    if (first != null) {
      found.add(first);
    }
  }

  /** The topic of that name; null where there is none. */
  Topic named(String name) {
    return byName.get(name);
  }

  /** Terms of the consent table by topic. */
  Map<String, String> terms() {
    Map<String, String> terms = new LinkedHashMap<>();
    byName.values().forEach(topic -> terms.put(topic.name(), topic.term()));
    return terms;
  }
}
