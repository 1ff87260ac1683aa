// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The text files of one language: everything of it that the reader knows. Blank lines and lines that begin with "#" are comments. */
public final class LanguageFolder {
  /** English: the only language whose reading has been measured. */
  public static final LanguageFolder ENGLISH = new LanguageFolder("en");

  /** Languages with a folder, by the code that {@code SourceText} gives. Only "en" may be read; the others are prepared and refused. */
  public static final List<String> PREPARED = List.of("en", "ar", "ru");

  private final String folder;
  private final Map<String, String> patterns = new TreeMap<>();

  private LanguageFolder(String language) {
    this.folder = "/org/respite/reading/" + language + "/";
    table("patterns.tsv").forEach(row -> patterns.put(row[0], row[1]));
  }

  /**
   * The folder of a language.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static LanguageFolder of(String language) {
    return language.equals("en") ? ENGLISH : new LanguageFolder(language);
  }

  /** The lines of a file, without comments. */
  public List<String> lines(String file) {
    try (InputStream in = LanguageFolder.class.getResourceAsStream(folder + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no vocabulary file " + folder + file);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a table, split at tabs. */
  public List<String[]> table(String file) {
    return lines(file).stream().map(line -> line.split("\t", -1)).toList();
  }

  /** A pattern of {@code patterns.tsv}, as written. */
  public String written(String name) {
    String pattern = patterns.get(name);
    if (pattern == null) {
      throw new IllegalArgumentException("no pattern \"" + name + "\" in " + folder + "patterns.tsv");
    }
    return pattern;
  }

  /** A pattern of {@code patterns.tsv}, matched without regard to case. */
  public Pattern pattern(String name) {
    return Pattern.compile(written(name), Pattern.CASE_INSENSITIVE);
  }
}
