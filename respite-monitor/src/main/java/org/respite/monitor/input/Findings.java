// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers all findings of one reading. Findings of the same code and words are told once, with the first places and how many
 * there are, so that ten thousand copies of one mistake stay one finding.
 */
public final class Findings {
  private static final int PLACES_SHOWN = 5;
  private static final int MOST_CHARACTERS = 240;
  private static final int SHOWN_CHARACTERS = 80;

  private record Key(String code, String what, String effect, String remedy) {}

  private final Map<Key, List<String>> found = new LinkedHashMap<>();

  /** A cell of a million characters is told by its beginning; what steers a terminal is not passed on. */
  private static String readable(String what) {
    String plain = what;
    for (int i = 0; i < what.length(); i++) if (what.charAt(i) < ' ' || what.charAt(i) == 0x7F) plain = plain.replace(what.charAt(i), '\uFFFD');
    if (plain.length() <= MOST_CHARACTERS) return plain;
    return plain.substring(0, SHOWN_CHARACTERS) + "... (" + plain.length() + " characters in all)";
  }

  public void add(Finding f) {
    found.computeIfAbsent(new Key(f.code(), readable(f.what()), f.effect(), f.remedy()), k -> new ArrayList<>()).add(f.place());
  }

  public void addAll(Iterable<Finding> more) {
    for (Finding f : more) add(f);
  }

  /** All that the other holds, place by place. */
  public void addAll(Findings other) {
    other.found.forEach((key, places) -> found.computeIfAbsent(key, k -> new ArrayList<>()).addAll(places));
  }

  /** Those that stop first, otherwise in the order of the input. */
  public List<Finding> list() {
    var all = new ArrayList<Finding>();
    found.forEach((k, places) -> all.add(new Finding(k.code, placesText(places), k.what, k.effect, k.remedy)));
    all.sort(java.util.Comparator.comparing(f -> !f.stops()));
    return List.copyOf(all);
  }

  public boolean stop() {
    return found.keySet().stream().anyMatch(k -> k.code.startsWith("M1"));
  }

  private static String placesText(List<String> all) {
    List<String> places = all.stream().distinct().toList();
    if (all.size() == 1) return all.getFirst();
    if (places.size() == 1) return places.getFirst() + " (" + all.size() + " times)";
    String shown = places.getFirst() + tail(places);
    int more = places.size() - Math.min(places.size(), PLACES_SHOWN);
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /** The other places, without repeating the file's name. */
  private static String tail(List<String> places) {
    String first = places.getFirst();
    String file = first.contains(":") ? first.substring(0, first.lastIndexOf(':') + 1) : "";
    var text = new StringBuilder();
    for (int i = 1; i < Math.min(places.size(), PLACES_SHOWN); i++) {
      String p = places.get(i);
      text.append(", ").append(!file.isEmpty() && p.startsWith(file) ? p.substring(file.length()) : p);
    }
    return text.toString();
  }
}
