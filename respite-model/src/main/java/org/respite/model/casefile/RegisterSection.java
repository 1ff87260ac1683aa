// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.respite.model.register.Claim;
import org.respite.model.register.Party;
import org.respite.model.register.Source;
import org.respite.model.register.Statement;
import org.respite.model.register.Term;

/** {@code sources}, {@code parties}, {@code statements}. */
final class RegisterSection {
  private RegisterSection() {}

  static Map<String, Source> sources(Keys root) {
    Map<String, Source> all = new LinkedHashMap<>();
    try (Keys sources = root.mapping("sources")) {
      for (String key : List.copyOf(sources.node.entries().keySet())) {
        root.reading.declare(Kind.SOURCE, key, sources.node.entries().get(key).keyAt());
        try (Keys k = sources.mapping(key)) {
          all.put(
              key,
              new Source(key, k.text("publisher"), k.text("date"), k.textOr("url", ""), k.textOr("title", ""), k.textOr("note", "")));
        }
      }
    }
    return all;
  }

  static List<Party> parties(Keys root) {
    return root.mappings("parties").stream().map(RegisterSection::party).toList();
  }

  private static Party party(Keys keys) {
    try (Keys k = keys) {
      return new Party(
          k.id(Kind.PARTY), k.name("name"), k.word("kind", Party.Kind.class), k.wordList("levels", Party.Level.class), k.textOr("note", ""));
    }
  }

  static List<Statement> statements(Keys root) {
    return root.mappings("statements").stream().map(RegisterSection::statement).toList();
  }

  private static Statement statement(Keys keys) {
    try (Keys k = keys) {
      return new Statement(
          k.id(Kind.STATEMENT),
          k.reference("party", Kind.PARTY),
          k.textOr("speaker", ""),
          k.word("level", Party.Level.class),
          Times.moment(k, "said"),
          Times.moment(k, "heard"),
          k.reference("source", Kind.SOURCE),
          k.textOr("text", ""),
          k.mappings("claims").stream().map(RegisterSection::claim).toList(),
          k.at());
    }
  }

  private static Claim claim(Keys keys) {
    try (Keys k = keys) {
      return new Claim(
          k.word("term", Term.class),
          k.word("stance", Claim.Stance.class),
          k.referenceIfAny("corridor", Kind.CORRIDOR),
          k.referenceIfAny("window", Kind.WINDOW),
          k.textOr("note", ""));
    }
  }
}
