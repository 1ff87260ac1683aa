// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.source;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.respite.reading.Publication;

/** The article inside a web page: the paragraphs and headings of the element that holds most of them. */
record HtmlSource(String text, Optional<Publication> published) {
  private static final String BOILERPLATE = "script,style,noscript,template,iframe,svg,nav,footer,aside,form,button,figcaption,[role=navigation],[role=complementary],[hidden],[aria-hidden=true],.advert,.related,.newsletter,.cookie,.share,.comments";
  private static final String PARAGRAPHS = "h1,h2,h3,h4,p,li,blockquote,td,dd";

  static boolean isHtml(String text) {
    String head = text.substring(0, Math.min(text.length(), 2_000)).toLowerCase(Locale.ROOT);
    return head.contains("<html") || head.contains("<!doctype html") || head.contains("<body") || head.contains("<p>") && head.contains("</p>") || head.contains("<div");
  }

  static HtmlSource of(String html) {
    Document page = Jsoup.parse(html);
    Optional<Publication> published = FoundDate.inPage(page);
    page.select(BOILERPLATE).remove();
    Element root = root(page);
    StringBuilder text = new StringBuilder();
    Element title = root.selectFirst("h1") == null ? page.selectFirst("h1") : null;
    if (title != null) {
      append(text, title.text());
    }
    for (Element block : root.select(PARAGRAPHS)) {
      if (block.select(PARAGRAPHS).size() == 1) {
        append(text, block.text());
      }
    }
    if (text.isEmpty()) {
      append(text, root.wholeText().strip());
    }
    return new HtmlSource(text.toString(), published);
  }

  private static void append(StringBuilder text, String block) {
    if (!block.isBlank()) {
      text.append(text.isEmpty() ? "" : "\n\n").append(block.strip());
    }
  }

  private static Element root(Document page) {
    Elements candidates = page.select("[itemprop=articleBody],article,main,[role=main]");
    Element best = page.body();
    int most = 0;
    for (Element candidate : candidates) {
      int weight = candidate.select("p").stream().mapToInt(p -> p.text().length()).sum();
      if (weight > most) {
        most = weight;
        best = candidate;
      }
    }
    return most > 0 ? best : densest(page.body());
  }

  /** Without a marked article: the element whose own paragraphs hold most text. */
  private static Element densest(Element body) {
    Element best = body;
    int most = 0;
    for (Element paragraph : body.select("p")) {
      Element parent = paragraph.parent();
      int weight = parent == null ? 0 : parent.children().stream().filter(c -> c.normalName().equals("p")).mapToInt(c -> c.text().length()).sum();
      if (weight > most) {
        most = weight;
        best = parent;
      }
    }
    return best;
  }
}
