// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.Stance;

/** The table of stances: the class of the cue, the kind of the topic and the words of the clause give the stance. The first line that fits decides. */
final class Stances {
  private static final String ALWAYS = "*";
  private static final String NO_CLAIM = "none";
  private static final String TOO_SHORT = "short";
  private static final Pattern NAME = Pattern.compile("\\{([a-z_]{3,})}");

  private record Line(List<String> of, List<String> cues, Optional<Stance> stance, WordPattern pattern) {
    boolean concerns(Topics.Topic topic, String cue, boolean tooShort) {
      boolean said = cues.contains(ALWAYS) || cues.contains(cue) || tooShort && cues.contains(TOO_SHORT);
      return said && (of.contains(ALWAYS) || of.contains(topic.kind()) || of.contains(topic.name()));
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final Pattern tooShort;

  Stances(Vocabulary words) {
    this.tooShort = words.pattern("too_short");
    for (String[] row : words.table("stances.tsv")) {
      Optional<Stance> stance = row[2].equals(NO_CLAIM) ? Optional.empty() : Optional.of(Stance.of(row[2]));
      Matcher names = NAME.matcher(row[3]);
      String pattern = names.replaceAll(m -> Matcher.quoteReplacement(words.pattern(m.group(1)).pattern()));
      lines.add(new Line(List.of(row[0].split(" ")), List.of(row[1].split(" ")), stance, row[3].equals(ALWAYS) ? null : new WordPattern(pattern)));
    }
  }

  /** The stances of one clause; remembers which lines its words fit, as several topics ask. */
  final class Clause {
    private final String words;
    private final String cue;
    private final boolean tooShort;
    private final byte[] fits = new byte[lines.size()];

    Clause(String words, String cue) {
      this.words = words;
      this.cue = cue;
      this.tooShort = cue.equals("say") && Stances.this.tooShort.matcher(words).find();
    }

    /** The stance to a topic; empty where no claim is made of it. */
    Optional<Stance> to(Topics.Topic topic) {
      for (int i = 0; i < fits.length; i++) {
        Line line = lines.get(i);
        if (line.concerns(topic, cue, tooShort) && fits(i, line)) {
          return line.stance();
        }
      }
      throw new IllegalStateException("stances.tsv has no line for " + topic.name() + " behind a cue of class " + cue);
    }

    private boolean fits(int i, Line line) {
      if (fits[i] == 0) {
        fits[i] = (byte) (line.pattern() == null || line.pattern().in(words) ? 1 : -1);
      }
      return fits[i] > 0;
    }
  }

  Clause of(String clause, String cue) {
    return new Clause(clause, cue);
  }
}
