// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.respite.reading.Parties;
import org.respite.reading.Speaker;

/** The actors file: known states, organisations and groups, and the party whose position each states. */
final class Actors implements Parties {
  /** One line of the file. */
  record Actor(String id, String name, String kind, String party) {}

  private final Pattern affiliation;
  private final Pattern plural;
  private final Vocabulary words;
  private final Map<String, Actor> byName = new HashMap<>();
  private final Map<String, Actor> byParty = new HashMap<>();

  private Actors(Vocabulary words) {
    this.words = words;
    this.affiliation = words.pattern("affiliation");
    this.plural = words.pattern("plural");
  }

  static Actors of(List<String[]> rows, Vocabulary words) {
    Actors actors = new Actors(words);
    for (String[] row : rows) {
      if (row.length < 4) {
        throw new IllegalArgumentException("an actors line needs id, name, kind, party and other names, between tabs, got \"" + String.join("\t", row) + "\"");
      }
      Actor actor = new Actor(row[0].strip(), row[1].strip(), row[2].strip(), row[3].strip());
      actors.byName.put(key(actor.name()), actor);
      actors.byParty.putIfAbsent(actor.party(), actor);
      for (String alias : row.length > 4 ? row[4].split(";") : new String[0]) {
        if (!alias.isBlank()) {
          actors.byName.putIfAbsent(key(alias), actor);
        }
      }
    }
    return actors;
  }

  @Override
  public String name(String party) {
    return byParty.containsKey(party) ? byParty.get(party).name() : party;
  }

  @Override
  public String kind(String party) {
    return byParty.containsKey(party) ? byParty.get(party).kind() : find(party).map(Actor::kind).orElse("");
  }

  Optional<Actor> find(String name) {
    return Optional.ofNullable(byName.get(key(name)));
  }

  /** Whether the word names a state, its capital or its people. */
  boolean isPlace(String word) {
    Actor actor = byName.get(key(word));
    return actor != null && actor.kind().equals("state");
  }

  /** The party of a voice: by its name, else by the first actor named in its role; "not stated" when neither is known. */
  String party(Voice voice) {
    Optional<Actor> own = find(voice.name);
    if (own.isEmpty()) {
      own = within(voice.name);
    }
    if (own.isEmpty()) {
      own = within(voice.role);
    }
    int space = voice.name.indexOf(' ');
    boolean named = space < 0 ? !plural.matcher(voice.name).find() && Character.isUpperCase(voice.name.charAt(0)) : voice.name.substring(space).chars().anyMatch(Character::isUpperCase);
    String affiliation = voice.person ? affiliation(voice.role) : named ? voice.name : Speaker.NOT_STATED;
    return own.map(Actor::party).filter(p -> !p.equals("-")).orElse(affiliation);
  }

  /** "from the Fastaqim Union rebel group": the name before a word for a group. */
  private String affiliation(String role) {
    Matcher m = affiliation.matcher(role);
    return m.find() ? m.group(1).strip() : Speaker.NOT_STATED;
  }

  private Optional<Actor> within(String phrase) {
    String[] parts = phrase.split(" ");
    for (int length = Math.min(4, parts.length); length > 0; length--) {
      for (int i = 0; i + length <= parts.length; i++) {
        StringBuilder part = new StringBuilder(parts[i]);
        for (int k = 1; k < length; k++) {
          part.append(' ').append(parts[i + k]);
        }
        Actor actor = byName.get(key(part.toString()));
        if (actor != null && Character.isUpperCase(part.charAt(0)) && speaksFor(actor, parts, i, i + length)) {
          return Optional.of(actor);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a role that names a state belongs to it: "Russian Foreign Minister", "officials in Damascus"; not "Syrian Expatriate Medical
   * Association", "ambassador to Russia", "a doctor in Berlin".
   */
  private boolean speaksFor(Actor actor, String[] parts, int from, int to) {
    if (!actor.kind().equals("state")) {
      return to >= parts.length || !actor.name().equals("Western powers") || !Character.isUpperCase(parts[to].charAt(0));
    }
    if (from > 0 && words.is(parts[from - 1], Word.PREPOSITIONS) && !words.is(parts[from - 1], Word.OF) && !words.is(parts[from - 1], Word.FOR)) {
      return from > 1 && words.is(parts[from - 2], Word.OF_A_STATE);
    }
    String next = to < parts.length ? parts[to].toLowerCase(Locale.ROOT) : "";
    boolean name = to < parts.length && Character.isUpperCase(parts[to].charAt(0)) && !words.is(next, Word.ROLES) && !words.is(next, Word.TITLES) && !words.is(next, Word.GROUPS);
    return !name;
  }

  private static String key(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
    String bare = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    return bare.startsWith("the ") ? bare.substring(4) : bare;
  }
}
