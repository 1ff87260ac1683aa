// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.Claim;
import org.respite.reading.Stance;

/** Proposes topics and stances, clause by clause. The weakest part of any reader of rules: a person confirms each. */
final class ClaimTagger {
  private static final Pattern CLAUSES = Pattern.compile("(?<=[.?!;])\\s+|, (?=we\\b|but\\b|and (?:we|that|they|it)\\b|while\\b|eight\\b)| and (?=we |that it )| … ");
  private static final Pattern SHORT = Pattern.compile("\\b(not|no means|\\w+n[’']t|far from) (long |nearly |anywhere near )?(enough|sufficient|adequate)|too (short|little|brief)|insufficient|inadequate|\\blonger\\b|more time|need (more )?days|not hours|is a start\\b|only be the (starting|beginning)|cannot serve");
  private static final Pattern BEGINNING = Pattern.compile("only be the (starting|beginning)|is a (good )?start\\b");
  private static final Pattern OFFER = Pattern.compile("\\b(offers?|proposals?|plans?|deal|calls? for|idea)\\b");
  private static final Pattern ACCUSED = Pattern.compile("\\p{L}+(?:ed|es|ing|s)? (?!by\\b)(.{2,80}?) (?:of|for|over)\\b");

  private record Topic(String name, String term, Pattern pattern) {}

  private record Mark(Stance stance, Pattern pattern) {}

  private final List<Topic> topics = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();

  ClaimTagger(Vocabulary words) {
    words.table("topics.tsv").forEach(row -> topics.add(new Topic(row[0], row[1], Pattern.compile(row[2]))));
    words.table("stances.tsv").forEach(row -> marks.add(new Mark(Stance.of(row[0]), Pattern.compile(row[1]))));
  }

  /** Claims of what was said; {@code type} is what the cue itself says of the stance. */
  List<Claim> claims(String said, String type) {
    String target = type.equals("accuse") ? target(said) : "";
    Map<String, Claim> claims = new LinkedHashMap<>();
    for (String clause : CLAUSES.split(said.toLowerCase(Locale.ROOT))) {
      Stance[] marked = null;
      boolean tooShort = SHORT.matcher(clause).find();
      for (Topic topic : topics) {
        if (starts(topic.pattern(), clause)) {
          marked = marked == null ? marked(clause) : marked;
          Stance stance = tooShort && type.equals("say") ? tooShort(topic.name(), clause, stance(marked, type, topic.name())) : stance(marked, type, topic.name());
          if (stance == null) {
            continue;
          }
          stance = type.equals("deny") && OFFER.matcher(clause).find() ? Stance.OPPOSES : stance;
          claims.putIfAbsent(topic.name() + stance, new Claim(topic.name(), topic.term(), stance, target));
        }
      }
    }
    return List.copyOf(claims.values());
  }

  /** Whether the pattern matches at the start of some word: five times as fast as trying every character. */
  private static boolean starts(Pattern pattern, String clause) {
    Matcher m = pattern.matcher(clause).useTransparentBounds(true).useAnchoringBounds(false);
    boolean inWord = false;
    for (int i = 0; i < clause.length(); i++) {
      boolean letter = Character.isLetterOrDigit(clause.charAt(i));
      if (letter && !inWord && m.region(i, clause.length()).lookingAt()) {
        return true;
      }
      inWord = letter;
    }
    return false;
  }

  /** "accused the army of …": whom. */
  private static String target(String said) {
    Matcher m = ACCUSED.matcher(said);
    return m.lookingAt() ? m.group(1) : "";
  }

  /** First topic of a clause, or "context". */
  String topic(String clause) {
    String lower = clause.toLowerCase(Locale.ROOT);
    return topics.stream().filter(t -> starts(t.pattern(), lower)).map(Topic::name).findFirst().orElse("context");
  }

  /** The first stance that the clause's words mark, and the first apart from an accusation; null where none is. */
  private Stance[] marked(String clause) {
    Stance[] marked = new Stance[2];
    for (Mark mark : marks) {
      boolean judged = mark.stance() == Stance.ACCUSES;
      if (!(judged && marked[0] != null) && starts(mark.pattern(), clause)) {
        marked[0] = marked[0] == null ? mark.stance() : marked[0];
        marked[1] = judged ? marked[1] : mark.stance();
      }
      if (marked[1] != null) {
        break;
      }
    }
    return marked;
  }

  /**
   * Whoever calls a pause too short speaks against its length, and for what more hours would bring; of the pause itself the clause says
   * nothing, unless it is granted as a beginning. Null where the topic gets no stance.
   */
  private static Stance tooShort(String topic, String clause, Stance otherwise) {
    return switch (topic) {
      case "pause-length" -> Stance.OPPOSES;
      case "pause", "truce" -> BEGINNING.matcher(clause).find() ? Stance.CONDITIONAL : otherwise == Stance.SUPPORTS ? otherwise : null;
      case "aid-access", "evacuation", "medical" -> Stance.SUPPORTS;
      default -> otherwise;
    };
  }

  private Stance stance(Stance[] marked, String type, String topic) {
    Stance own = switch (type) {
      case "accuse" -> Stance.ACCUSES;
      case "deny" -> Stance.DENIES;
      case "oppose" -> Stance.OPPOSES;
      default -> null;
    };
    if (own != null) {
      return settled(own, topic);
    }
    boolean wanted = topic.equals("truce") || topic.equals("pause") || topic.equals("aid-access") || topic.equals("evacuation");
    Stance mark = wanted ? marked[1] : marked[0];
    if (mark != null) {
      return settled(mark, topic);
    }
    return switch (type) {
      case "support", "promise", "appeal" -> Stance.SUPPORTS;
      default -> Stance.ASSERTS;
    };
  }

  /** That a group is there is asserted or denied, never supported. */
  private static Stance settled(Stance stance, String topic) {
    boolean presence = topic.equals("group-presence") || topic.equals("trapped-civilians");
    return presence && stance != Stance.DENIES ? Stance.ASSERTS : stance;
  }
}
