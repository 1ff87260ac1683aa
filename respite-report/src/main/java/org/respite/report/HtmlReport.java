// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Optional;
import org.respite.engine.answer.Assessment;
import org.respite.monitor.CaseWatch;

/**
 * The whole answer as one self-contained page: no network, no fonts to fetch, no script. Well-formed as XML as well as HTML, so that
 * strict tools read it too. Templates ({@code src/main/jte}) escape by context; what is left of characters that act is written out.
 */
public final class HtmlReport {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

  private HtmlReport() {}

  /** The page without a word on whether the fire has stopped: nobody was asked. */
  public static String of(Assessment a) {
    return of(a, Optional.empty());
  }

  /** The page as text, to be written as UTF-8. Same values, same bytes. */
  public static String of(Assessment a, Optional<CaseWatch> watch) {
    StringOutput page = new StringOutput();
    Clock clock = new Clock(a.theCase().theatre().zone());
    TEMPLATES.render("report.jte", Map.of("page", new Page(a), "fire", watch.map(w -> new FirePage(a.theCase(), w, clock))), page);
    return shown(page.toString());
  }

  /** The page's own characters that act are line feeds only; every other one came out of the case. */
  private static String shown(String page) {
    if (page.codePoints().noneMatch(c -> c != '\n' && Shown.acts(c))) return page;
    StringBuilder out = new StringBuilder(page.length() + 64);
    page.codePoints().forEach(c -> out.append(c == '\n' ? "\n" : Shown.text(Character.toString(c))));
    return out.toString();
  }
}
