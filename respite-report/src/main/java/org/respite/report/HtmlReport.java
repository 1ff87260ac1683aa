// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.respite.engine.answer.Assessment;

/**
 * The whole answer as one self-contained page: no network, no fonts to fetch, no script. Well-formed as XML as well as HTML, so that
 * strict tools read it too. Templates ({@code src/main/jte}) escape by context; what is left of characters that act is written out.
 */
public final class HtmlReport {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

  private HtmlReport() {}

  /** The page as text, to be written as UTF-8. Same assessment, same bytes. */
  public static String of(Assessment a) {
    StringOutput page = new StringOutput();
    TEMPLATES.render("report.jte", new Page(a), page);
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
