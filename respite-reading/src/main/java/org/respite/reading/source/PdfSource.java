// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.respite.reading.Finding;

/** The text of a PDF, in reading order as PDFBox finds it. Tables and columns may come out mixed. */
final class PdfSource {
  /** PDFBox reports on its font cache; that is no talk for a negotiator. Held here, or the level would be forgotten. */
  private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

  static {
    PDFBOX.setLevel(Level.SEVERE);
  }

  private PdfSource() {}

  static SourceText read(byte[] bytes, String place, String hash) {
    List<Finding> findings = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(bytes)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setLineSeparator("\n");
      stripper.setParagraphEnd("\n");
      String text = stripper.getText(document);
      return SourceText.judged(text, "pdf", "pdf", hash, FoundDate.in(text), place, findings);
    } catch (IOException e) {
      findings.add(new Finding(true, place, "the PDF cannot be opened (" + e.getMessage() + ")", "nothing is read", "Open it elsewhere and save its text"));
      return new SourceText("", "pdf", "pdf", "unknown", hash, Optional.empty(), List.copyOf(findings));
    }
  }
}
