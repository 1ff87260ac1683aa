// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code report.css}, carried into the page: the report is one file. */
enum StyleSheet implements Content {
  CONTENT;

  private final String text = read();

  private static String read() {
    try (InputStream in = StyleSheet.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(text);
  }
}
