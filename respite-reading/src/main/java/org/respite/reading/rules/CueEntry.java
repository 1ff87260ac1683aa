// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

import java.util.Set;

/** A line of the cue file for one form of a verb. */
record CueEntry(String type, Set<String> frames) {
  boolean allows(String frame) {
    return frames.contains(frame);
  }
}
