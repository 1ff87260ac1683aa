// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.respite.reading.Finding;
import org.respite.reading.LanguageFolder;
import org.respite.reading.Publication;

/**
 * An article as text, whatever it came as. The original is known by its hash; spans count in {@code text}.
 *
 * @param text what is read; "" when nothing could be
 * @param form "text", "html" or "pdf"
 * @param encoding the character set that was used
 * @param language "en", "ar", "ru", "other" or "unknown"
 * @param sha256 of the bytes as given, in hexadecimal
 * @param published a date of publication found in the document, with the place it was found
 */
public record SourceText(
    String text, String form, String encoding, String language, String sha256, Optional<Publication> published, List<Finding> findings) {
  /** An article is short: what is larger is something else. 8 MiB, an assumption. */
  static final int LARGEST = 8 << 20;

  /** The same of its words, which pictures of a PDF or the markup of a page do not swell. In characters, an assumption: forty times a long report from the field. */
  static final int LONGEST = 1_000_000;

  /** Whether anything can be proposed from it. */
  public boolean isReadable() {
    return findings.stream().noneMatch(Finding::fatal);
  }

  /** Decodes bytes; never throws for what they hold. */
  public static SourceText of(byte[] bytes, String place) {
    List<Finding> findings = new ArrayList<>();
    String hash = sha256(bytes);
    if (bytes.length == 0) {
      findings.add(new Finding(true, place, "the file is empty", "there is nothing to read", "Check that it was saved"));
    } else if (bytes.length > LARGEST) {
      String what = "the file has " + (bytes.length >> 20) + " MiB; an article has at most " + (LARGEST >> 20);
      findings.add(new Finding(true, place, what, "nothing is read", "Give one article at a time"));
    }
    if (!findings.isEmpty()) {
      return new SourceText("", "text", "none", "unknown", hash, Optional.empty(), List.copyOf(findings));
    }
    return isPdf(bytes) ? PdfSource.read(bytes, place, hash) : decoded(bytes, place, hash, findings);
  }

  private static SourceText decoded(byte[] bytes, String place, String hash, List<Finding> findings) {
    Decoded decoded = Decoded.of(bytes);
    if (decoded.isBinary()) {
      findings.add(new Finding(true, place, "this is not text", "nothing is read", "Give plain text, HTML or a PDF with text"));
      return new SourceText("", "text", decoded.charset(), "unknown", hash, Optional.empty(), List.copyOf(findings));
    }
    if (decoded.guessed()) {
      findings.add(new Finding(false, place, "the bytes are not UTF-8", "they are read as " + decoded.charset(), "Check the marks and names, or save the file as UTF-8"));
    }
    HtmlSource html = HtmlSource.isHtml(decoded.text()) ? HtmlSource.of(decoded.text()) : null;
    String text = html == null ? decoded.text() : html.text();
    Optional<Publication> published = html != null && html.published().isPresent() ? html.published() : FoundDate.in(text);
    return judged(text, html == null ? "text" : "html", decoded.charset(), hash, published, place, findings);
  }

  static SourceText judged(String text, String form, String encoding, String hash, Optional<Publication> published, String place, List<Finding> findings) {
    String language = Language.of(text);
    if (text.length() > LONGEST) {
      findings.add(new Finding(true, place, String.format(Locale.ROOT, "the text has %,d characters; an article has at most %,d", text.length(), LONGEST), "nothing is read", "Give one article at a time"));
    } else if (text.isBlank()) {
      findings.add(new Finding(true, place, "there are no words in it", "there is nothing to read", "A scanned page needs its text recognised first"));
    } else if (!language.equals("en") && !language.equals("unknown")) {
      String named = language.equals("other") ? "no language we can name, and not English" : language.equals("ar") ? "in Arabic script" : "in Cyrillic script";
      findings.add(new Finding(true, place, "the text is " + named, LanguageFolder.PREPARED.contains(language) ? "nothing is proposed: its folder of words is prepared, but no register of it exists, and only English has been measured" : "nothing is proposed: only English has been measured", "Translate it first and keep the original beside it"));
    }
    return new SourceText(text, form, encoding, language, hash, published, List.copyOf(findings));
  }

  private static boolean isPdf(byte[] bytes) {
    return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
