// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a place lies that a report only names, whatever the spelling: Latin or Arabic letters, with or without the article,
 * marks and hyphens. Gives a point with a radius, never a bare point; a name that fits two places fits none.
 */
public final class Gazetteer {
  /** A named area: middle and radius, metres. */
  public record Place(String name, double lat, double lon, double radiusM, List<String> spellings) {
    public Place {
      spellings = List.copyOf(spellings);
    }
  }

  private final Map<String, Optional<Place>> byKey = new HashMap<>();

  public Gazetteer(List<Place> places) {
    for (Place p : places) {
      put(p.name(), p);
      for (String s : p.spellings()) put(s, p);
    }
  }

  private void put(String spelling, Place place) {
    byKey.merge(key(spelling), Optional.of(place), (a, b) -> a.equals(b) ? a : Optional.empty());
  }

  /** The one place this name means. */
  public Optional<Place> find(String name) {
    return byKey.getOrDefault(key(name), Optional.empty());
  }

  /** The report with its place under the gazetteer's name, and a point with radius where it had none. */
  public Report placed(Report r) {
    Optional<Place> found = find(r.where().place());
    if (found.isEmpty()) return r;
    Place p = found.get();
    boolean pointed = r.where().lat().isPresent();
    var where = pointed ? new Report.Where(p.name(), r.where().lat(), r.where().lon(), r.where().radiusM())
        : new Report.Where(p.name(), OptionalDouble.of(p.lat()), OptionalDouble.of(p.lon()), OptionalDouble.of(p.radiusM()));
    return new Report(r.line(), r.when(), r.received(), where, r.origin(), r.kind(), r.alleged(), r.count(), r.killed());
  }

  /** The observer with the place under the gazetteer's name; one the gazetteer does not know keeps what was written. */
  public Observer placed(Observer o) {
    return find(o.place()).map(p -> new Observer(o.name(), p.name(), o.from(), o.to())).orElse(o);
  }

  /** Spelling without what varies: marks, hyphens, article, long vowels' forms, doubled letters. */
  static String key(String name) {
    String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}+", "")
        .replaceAll("[أإآٱ]", "ا").replace('ى', 'ي').replace('ة', 'ه').replace("ـ", "");
    String bare = plain.replaceAll("['’ʿʾ`]", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip()
        .replaceAll("\\b(al|el|as|ash|ad|an|ar|at|az|es|esh)\\b ?", "").replaceAll("(^| )ال(?=\\p{L}{2})", "$1")
        .replaceAll("ee|ie|ei", "i").replaceAll("oo|ou", "u").replaceAll("q", "k").replaceAll("(.)\\1", "$1");
    return bare.replace(" ", "");
  }
}
