// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Bytes turned into characters: by their mark, else as UTF-8 if they are, else by a guess that is said aloud.
 *
 * @param guessed true where the character set is an inference
 */
record Decoded(String text, String charset, boolean guessed, boolean isBinary) {
  static Decoded of(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return of(bytes, 3, StandardCharsets.UTF_8, false);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return of(bytes, 2, StandardCharsets.UTF_16LE, false);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return of(bytes, 2, StandardCharsets.UTF_16BE, false);
    }
    Charset wide = wide(bytes);
    if (wide != null) {
      return of(bytes, 0, wide, true);
    }
    try {
      return checked(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), StandardCharsets.UTF_8, false);
    } catch (CharacterCodingException _) {
      return of(bytes, 0, narrow(bytes), true);
    }
  }

  private static Decoded of(byte[] bytes, int skip, Charset charset, boolean guessed) {
    return checked(new String(bytes, skip, bytes.length - skip, charset), charset, guessed);
  }

  /** More than two control characters in a hundred, or a NUL, is not text. */
  private static Decoded checked(String text, Charset charset, boolean guessed) {
    long control = text.chars().filter(c -> c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == 0xFFFD || c >= 0x7F && c < 0xA0).count();
    boolean binary = text.indexOf('\0') >= 0 || control * 50 > text.length();
    return new Decoded(text, charset.name(), guessed, binary);
  }

  /** UTF-16 without a mark: every other byte of Latin text is zero. */
  private static Charset wide(byte[] bytes) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        even += i % 2 == 0 ? 1 : 0;
        odd += i % 2;
      }
    }
    if (odd * 10 > bytes.length * 3 && even * 20 < bytes.length) {
      return StandardCharsets.UTF_16LE;
    }
    return even * 10 > bytes.length * 3 && odd * 20 < bytes.length ? StandardCharsets.UTF_16BE : null;
  }

  /** Few high bytes: Western. Many: Arabic or Cyrillic, whichever gives more letters of its script in runs. */
  private static Charset narrow(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    if (high * 4 < bytes.length) {
      return Charset.forName("windows-1252");
    }
    int arabic = score(new String(bytes, Charset.forName("windows-1256")), Character.UnicodeScript.ARABIC);
    int cyrillic = score(new String(bytes, Charset.forName("windows-1251")), Character.UnicodeScript.CYRILLIC);
    return arabic >= cyrillic ? Charset.forName("windows-1256") : Charset.forName("windows-1251");
  }

  /** Letters of the script, less the marks of a wrong guess: capitals inside words and letters of other scripts. */
  private static int score(String text, Character.UnicodeScript script) {
    int score = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 || !Character.isLetter(c)) {
        continue;
      }
      boolean capitalInside = Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
      score += Character.UnicodeScript.of(c) != script ? -1 : capitalInside ? -2 : 1;
    }
    return score;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
