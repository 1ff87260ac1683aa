// SPDX-License-Identifier: Apache-2.0
package org.respite.model.finding;

/**
 * A place in an input file.
 *
 * @param file file name relative to the case folder
 * @param line 1-based; 0 where the whole file is meant
 */
public record At(String file, int line) implements Comparable<At> {
  public static At file(String file) {
    return new At(file, 0);
  }

  @Override
  public int compareTo(At other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
