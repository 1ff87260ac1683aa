// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.problem;

/**
 * One step of a trip.
 *
 * @param resource index of the servers that it takes, one of them; {@link #NONE} where it takes none
 * @param seconds that it lasts
 * @param occupies seconds, from its begin, that it keeps its server: the whole of it at a bay, the gap in a column at the head of a road
 * @param takes pieces of a stock that it takes for good; 0 at servers
 * @param open when it may be done
 * @param mayWait whether the vehicle may stand and wait before it: only where it stands safe
 * @param where id of the leg, site or checkpoint
 */
public record Stage(Kind kind, int resource, int seconds, int occupies, int takes, Calendar open, boolean mayWait, String where) {
  public static final int NONE = -1;

  /** What is done. {@code inside}: whether whoever is on board is exposed while it lasts. */
  public enum Kind {
    ASSEMBLY("assembly", false),
    INSPECTION("inspection", false),
    ROAD_IN("road in", true),
    BOARDING("boarding", true),
    STRETCHERS("stretcher loading", true),
    SCREENING("screening", true),
    UNLOADING("unloading", true),
    ROAD_OUT("road out", true),
    SET_DOWN("setting down", false),
    DRIVE_ON("drive to the hospital", false),
    HOSPITAL("hospital reception", false);

    private final String words;
    private final boolean inside;

    Kind(String words, boolean inside) {
      this.words = words;
      this.inside = inside;
    }

    public String words() {
      return words;
    }

    public boolean inside() {
      return inside;
    }
  }

  /** Keeps its server for its whole length. */
  public Stage(Kind kind, int resource, int seconds, Calendar open, boolean mayWait, String where) {
    this(kind, resource, seconds, resource == NONE ? 0 : seconds, 0, open, mayWait, where);
  }

  /** Keeps one server for a part of it. */
  public Stage(Kind kind, int resource, int seconds, int occupies, Calendar open, boolean mayWait, String where) {
    this(kind, resource, seconds, occupies, 0, open, mayWait, where);
  }

  /** Whether it needs a server or a piece of a stock. */
  public boolean needs() {
    return resource != NONE && (occupies > 0 || takes > 0);
  }

  /** Road in either direction. */
  public boolean road() {
    return kind == Kind.ROAD_IN || kind == Kind.ROAD_OUT;
  }

  public Stage {
    if (occupies < 0 || occupies > seconds) throw new IllegalArgumentException("occupies must be in [0, %d], got %d (%s, %s)".formatted(seconds, occupies, kind, where));
    if (seconds < 0) throw new IllegalArgumentException("seconds must be at least 0, got %d (%s, %s)".formatted(seconds, kind, where));
  }
}
