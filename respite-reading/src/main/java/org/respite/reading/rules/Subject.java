// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

/**
 * The noun phrase taken to name the speaker.
 *
 * @param first first token
 * @param last last token, inclusive
 * @param roleFirst first token of a role that stands apart from the name ("the baker, …"), or -1
 * @param roleLast last token of it, inclusive, or -1
 */
record Subject(int first, int last, int roleFirst, int roleLast) {
  static Subject of(int first, int last) {
    return new Subject(first, last, -1, -1);
  }

  Subject withRole(int from, int to) {
    return new Subject(first, last, from, to);
  }
}
