// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.Claim;

/** Proposes topics and stances, clause by clause. The weakest part of any reader of rules: a person confirms each. */
final class ClaimTagger {
  private static final int HALTS_THAT_TELL = 3;

  /**
   * What the words around a statement are about.
   *
   * @param halt the topic that the document itself uses for the halt: "truce" or "pause"
   * @param halted whether the document tells of a halt, so that fire is a breach of it
   * @param before claims of the same speaker right before, which a short remark goes on with
   * @param answered claims of whoever spoke right before, which a denial or a refusal answers
   */
  record Context(String halt, boolean halted, List<Claim> before, List<Claim> answered) {}

  private record Meant(Claim claim, boolean setting) {}

  private final Topics topics;
  private final Stances stances;
  private final Pattern clauseBreaks;
  private final Pattern accused;
  private final Pattern haltMeant;
  private final Pattern chargeMeant;
  private final Pattern namesPause;
  private final Pattern namesTruce;

  ClaimTagger(Vocabulary words) {
    this.topics = new Topics(words);
    this.stances = new Stances(words);
    this.clauseBreaks = words.pattern("clause_breaks");
    this.accused = words.pattern("accused");
    this.haltMeant = words.pattern("halt_meant");
    this.namesPause = words.anyCase("names_pause");
    this.namesTruce = words.anyCase("names_truce");
    this.chargeMeant = words.pattern("charge_meant");
  }

  /** The context of a document, before anybody speaks: whichever of truce and pause it names more often, and whether it tells of either. */
  Context context(String text) {
    long pauses = namesPause.matcher(text).results().count();
    long truces = namesTruce.matcher(text).results().count();
    return new Context(pauses > truces ? "pause" : "truce", pauses + truces >= HALTS_THAT_TELL, List.of(), List.of());
  }

  /** Claims of what was said; {@code cue} is the class of the verb of speaking. */
  List<Claim> claims(String said, String cue, Context context) {
    String target = cue.equals("accuse") ? target(said) : "";
    Map<String, Meant> meant = new LinkedHashMap<>();
    for (String clause : clauseBreaks.split(said.toLowerCase(Locale.ROOT))) {
      Stances.Clause stance = stances.of(clause, cue);
      for (Topics.Found found : topics.in(clause, cue, context.halted())) {
        Topics.Topic topic = found.topic();
        stance.to(topic).ifPresent(s -> meant.merge(topic.name() + s, new Meant(new Claim(topic.name(), topic.term(), s, target), found.setting()), (a, b) -> a.setting() ? b : a));
      }
    }
    boolean more = meant.values().stream().anyMatch(m -> !m.setting());
    List<Claim> claims = meant.values().stream().filter(m -> !more || !m.setting()).map(Meant::claim).toList();
    return claims.isEmpty() ? implied(said.toLowerCase(Locale.ROOT), cue, context) : claims;
  }

  /** "welcomed the announcement", "denied the charge": the topic stands outside the statement; a plea without one is an appeal. */
  private List<Claim> implied(String said, String cue, Context context) {
    boolean judging = cue.equals("accuse") || cue.equals("deny") || cue.equals("oppose");
    boolean charge = judging && chargeMeant.matcher(said).find();
    if (!charge && haltMeant.matcher(said).find()) {
      return answer(said, cue, Set.of(context.halt()));
    }
    Set<String> answered = new LinkedHashSet<>();
    context.answered().forEach(c -> answered.add(c.topic()));
    if (cue.equals("deny") || cue.equals("oppose") || cue.equals("support")) {
      return answer(said, charge && cue.equals("oppose") ? "deny" : cue, answered.isEmpty() && charge ? Set.of("violation") : answered);
    }
    if (charge) {
      return answer(said, cue, Set.of("violation"));
    }
    if (cue.equals("appeal")) {
      return answer(said, cue, Set.of("appeal"));
    }
    Set<String> before = new LinkedHashSet<>();
    context.before().forEach(c -> before.add(c.topic()));
    return answer(said, cue, before);
  }

  private List<Claim> answer(String said, String cue, Set<String> names) {
    Stances.Clause stance = stances.of(said, cue);
    List<Claim> claims = new ArrayList<>();
    for (String name : names) {
      Topics.Topic topic = topics.named(name);
      stance.to(topic).ifPresent(s -> claims.add(new Claim(name, topic.term(), s, "")));
    }
    return List.copyOf(claims);
  }

  /** Terms of the consent table by topic. */
  Map<String, String> terms() {
    return topics.terms();
  }

  /** "accused the army of …": whom. */
  private String target(String said) {
    Matcher m = accused.matcher(said);
    return m.lookingAt() ? m.group(1) : "";
  }

  /** First topic of a clause, before those that only say where or when; or "context". */
  String topic(String clause) {
    List<Topics.Found> found = topics.in(clause.toLowerCase(Locale.ROOT), "", false);
    return found.stream().filter(f -> !f.setting()).findFirst().or(() -> found.stream().findFirst()).map(f -> f.topic().name()).orElse("context");
  }
}
