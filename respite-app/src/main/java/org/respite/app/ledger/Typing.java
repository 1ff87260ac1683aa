// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The fields of an entry on a command line. */
final class Typing {
  @Option(names = "--id", paramLabel = "ID", description = "short name within the ledger")
  String id;

  @Option(names = "--party", paramLabel = "ID", description = "party that spoke, or is told")
  String party;

  @Option(names = "--speaker", paramLabel = "OFFICE", description = "office or public office holder; never somebody who flees")
  String speaker;

  @Option(names = "--level", paramLabel = "LEVEL", description = "capital, sector, unit or \"not stated\"")
  String level;

  @Option(names = "--said", paramLabel = "TIME", description = "2016-10-18T17:40+03:00, a day, or \"not stated\"")
  String said;

  @Option(names = "--heard", paramLabel = "TIME", description = "when it reached us")
  String heard;

  @Option(names = "--source", paramLabel = "KEY", description = "key of a source")
  String source;

  @Option(names = "--text", paramLabel = "WORDS", description = "what was said, in our words")
  String text;

  @Option(names = "--original", paramLabel = "WORDS", description = "the words themselves")
  String original;

  @Option(names = "--language", paramLabel = "TAG", description = "language of the original, such as ar")
  String language;

  @Option(names = "--translation", paramLabel = "WORDS", description = "its translation")
  String translation;

  @Option(names = "--translator", paramLabel = "ROLE", description = "who or what translated")
  String translator;

  @Option(names = "--place", paramLabel = "PLACE", description = "where")
  String place;

  @Option(names = "--claim", paramLabel = "CLAIM", description = "TOPIC/STANCE with ;corridor=ID ;leg=ID ;mode=MODE ;window=ID ;note=... (repeatable). Stances: agrees, conditional, refuses, disputes, asserts, denies, accuses")
  List<String> claims = new ArrayList<>();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "any other field; dots lead deeper, such as heard.as_said or terms.route (repeatable)")
  Map<String, String> more = new LinkedHashMap<>();

  Map<String, String> settings() {
    Map<String, String> all = new LinkedHashMap<>();
    put(all, "id", id);
    put(all, "party", party);
    put(all, "speaker", speaker);
    put(all, "level", level);
    put(all, "said", said);
    put(all, "heard", heard);
    put(all, "source", source);
    put(all, "text", text);
    put(all, "original", original);
    put(all, "language", language);
    put(all, "translation", translation);
    put(all, "translator", translator);
    put(all, "place", place);
    all.putAll(more);
    return all;
  }

  private static void put(Map<String, String> all, String key, String value) {
    if (value != null) all.put(key, value);
  }
}
