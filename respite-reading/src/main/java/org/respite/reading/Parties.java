// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/** What the actors file tells of a party by its label. */
public interface Parties {
  /** The name of the actor; the label itself where the file has none. */
  String name(String party);

  /** "state", "organisation", "armed-group" or "agency"; "" where the file has none. */
  String kind(String party);
}
