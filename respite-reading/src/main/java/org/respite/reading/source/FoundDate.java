// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.respite.reading.LanguageFolder;
import org.respite.reading.Publication;

/** A date of publication that the document itself states. It is used, and shown with the place it was found. */
final class FoundDate {
  private static final List<String> MONTHS = List.of(LanguageFolder.ENGLISH.written("month_starts").split(" "));
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
  private static final Pattern STATED = LanguageFolder.ENGLISH.pattern("published");

  private FoundDate() {}

  static Optional<Publication> inPage(Document page) {
    for (String query : List.of("meta[property=article:published_time]", "meta[name=date]", "meta[itemprop=datePublished]", "meta[name=pubdate]", "time[datetime]")) {
      Element element = page.selectFirst(query);
      if (element != null) {
        String value = element.hasAttr("content") ? element.attr("content") : element.attr("datetime");
        Matcher m = ISO.matcher(value);
        Optional<LocalDate> date = m.find() ? date(m.group(1), m.group(2), m.group(3)) : Optional.empty();
        if (date.isPresent()) {
          return Optional.of(new Publication(date, "found: " + query));
        }
      }
    }
    return Optional.empty();
  }

  /** "Published 19 October 2016" among the first lines. */
  static Optional<Publication> in(String text) {
    Matcher m = STATED.matcher(text.substring(0, Math.min(text.length(), 800)));
    if (!m.find()) {
      return Optional.empty();
    }
    Optional<LocalDate> date = m.group(1) != null ? date(m.group(3), month(m.group(2)), m.group(1))
        : m.group(4) != null ? date(m.group(6), month(m.group(4)), m.group(5)) : date(m.group(7), m.group(8), m.group(9));
    return date.map(d -> new Publication(Optional.of(d), "found: \"" + m.group().strip() + "\""));
  }

  private static String month(String name) {
    int index = MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3));
    return Integer.toString(index + 1);
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
