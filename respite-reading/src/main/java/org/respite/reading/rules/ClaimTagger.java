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
  private record Topic(String name, String term, WordPattern pattern, List<String> types) {}

  private record Mark(Stance stance, WordPattern pattern) {}

  /**
   * What the words around a statement are about.
   *
   * @param halt the topic that the document itself uses for the halt: "truce" or "pause"
   * @param before claims of the same speaker right before, which a short remark goes on with
   */
  record Context(String halt, List<Claim> before) {}

  private final List<Topic> topics = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private final Pattern clauseBreaks;
  private final Pattern tooShort;
  private final Pattern beginning;
  private final Pattern offer;
  private final Pattern accused;
  private final Pattern haltMeant;
  private final Pattern chargeMeant;
  private final Pattern namesPause;
  private final Pattern namesTruce;
  private final Pattern needed;

  ClaimTagger(Vocabulary words) {
    words.table("topics.tsv").forEach(row -> topics.add(new Topic(row[0], row[1], new WordPattern(row[2]), row.length > 3 ? List.of(row[3].split(" ")) : List.of())));
    words.table("stances.tsv").forEach(row -> marks.add(new Mark(Stance.of(row[0]), new WordPattern(row[1]))));
    this.clauseBreaks = words.pattern("clause_breaks");
    this.tooShort = words.pattern("too_short");
    this.beginning = words.pattern("beginning");
    this.offer = words.pattern("offer");
    this.accused = words.pattern("accused");
    this.haltMeant = words.pattern("halt_meant");
    this.needed = words.pattern("needed");
    this.namesPause = words.anyCase("names_pause");
    this.namesTruce = words.anyCase("names_truce");
    this.chargeMeant = words.pattern("charge_meant");
  }

  /** The topic by which a document speaks of the halt: whichever of truce and pause it names more often. */
  String halt(String text) {
    return namesPause.matcher(text).results().count() > namesTruce.matcher(text).results().count() ? "pause" : "truce";
  }

  /** Claims of what was said; {@code type} is what the cue itself says of the stance. */
  List<Claim> claims(String said, String type, Context context) {
    String target = type.equals("accuse") ? target(said) : "";
    Map<String, Claim> claims = new LinkedHashMap<>();
    for (String clause : clauseBreaks.split(said.toLowerCase(Locale.ROOT))) {
      Stance[] marked = null;
      boolean tooShort = this.tooShort.matcher(clause).find();
      for (Topic topic : topics) {
        if ((topic.types().isEmpty() || topic.types().contains(type)) && topic.pattern().in(clause)) {
          marked = marked == null ? marked(clause) : marked;
          Stance stance = tooShort && type.equals("say") ? tooShort(topic.name(), clause, stance(marked, type, topic.name())) : stance(marked, type, topic.name());
          if (stance == null) {
            continue;
          }
          stance = type.equals("deny") && offer.matcher(clause).find() ? Stance.OPPOSES : stance;
          claims.putIfAbsent(topic.name() + stance, new Claim(topic.name(), topic.term(), stance, target));
        }
      }
    }
    return claims.isEmpty() ? implied(said.toLowerCase(Locale.ROOT), type, context) : List.copyOf(claims.values());
  }

  /** "welcomed the announcement", "denied the charge": the topic stands outside the statement; a plea without one is an appeal. */
  private List<Claim> implied(String said, String type, Context context) {
    if (haltMeant.matcher(said).find()) {
      return List.of(claim(context.halt(), stance(marked(said), type, context.halt())));
    }
    boolean judging = type.equals("accuse") || type.equals("deny") || type.equals("oppose");
    if (judging && chargeMeant.matcher(said).find()) {
      return List.of(claim("violation", type.equals("accuse") ? Stance.ACCUSES : Stance.DENIES));
    }
    return type.equals("appeal") ? List.of(claim("appeal", Stance.SUPPORTS)) : context.before();
  }

  private Claim claim(String topic, Stance stance) {
    return new Claim(topic, terms().getOrDefault(topic, "-"), stance, "");
  }

  /** Terms of the consent table by topic. */
  Map<String, String> terms() {
    Map<String, String> terms = new LinkedHashMap<>();
    topics.forEach(topic -> terms.putIfAbsent(topic.name(), topic.term()));
    return terms;
  }

  /** "accused the army of …": whom. */
  private String target(String said) {
    Matcher m = accused.matcher(said);
    return m.lookingAt() ? m.group(1) : "";
  }

  /** First topic of a clause, or "context". */
  String topic(String clause) {
    String lower = clause.toLowerCase(Locale.ROOT);
    return topics.stream().filter(t -> t.types().isEmpty() && t.pattern().in(lower)).map(Topic::name).findFirst().orElse("context");
  }

  /** The first stance that the clause's words mark, and the first apart from an accusation; null where none is. */
  private Stance[] marked(String clause) {
    Stance[] marked = new Stance[2];
    for (Mark mark : marks) {
      boolean judged = mark.stance() == Stance.ACCUSES;
      if (!(judged && marked[0] != null) && mark.pattern().in(clause)) {
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
   * Whoever calls a pause too short speaks against its length, and says that it does not do what it should, or asks for that; of the pause itself the clause says
   * nothing, unless it is granted as a beginning. Null where the topic gets no stance.
   */
  private Stance tooShort(String topic, String clause, Stance otherwise) {
    return switch (topic) {
      case "pause-length" -> Stance.OPPOSES;
      case "pause", "truce" -> beginning.matcher(clause).find() ? Stance.CONDITIONAL : otherwise == Stance.SUPPORTS ? otherwise : null;
      case "aid-access", "evacuation", "medical" -> needed.matcher(clause).find() ? Stance.SUPPORTS : Stance.DENIES;
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
