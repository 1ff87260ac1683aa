// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

/**
 * What a street is called. All parts may be empty.
 *
 * @param name in the local script
 * @param latin {@code name:en} or {@code int_name}
 * @param ref road number
 */
public record Label(String name, String latin, String ref) {
  /** A street without any name. */
  public static final Label NONE = new Label("", "", "");

  private static final char BETWEEN = '\u001f';

  /** The first that is there of name, Latin name and number. */
  public String shown() {
    if (!name.isEmpty()) return name;
    return latin.isEmpty() ? ref : latin;
  }

  public boolean isEmpty() {
    return name.isEmpty() && latin.isEmpty() && ref.isEmpty();
  }

  /** One text for the compact file. */
  String packed() {
    return isEmpty() ? "" : clean(name) + BETWEEN + clean(latin) + BETWEEN + clean(ref);
  }

  static Label unpack(String packed) {
    String[] parts = packed.split(String.valueOf(BETWEEN), -1);
    return parts.length == 3 ? new Label(parts[0], parts[1], parts[2]) : new Label(packed, "", "");
  }

  private static String clean(String text) {
    return text.indexOf(BETWEEN) < 0 ? text : text.replace(BETWEEN, ' ');
  }
}
