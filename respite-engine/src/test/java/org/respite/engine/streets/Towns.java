// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.List;
import java.util.SplittableRandom;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.Label;
import org.respite.roads.network.NetworkColumns;
import org.respite.roads.network.Provenance;
import org.respite.roads.network.RoadClass;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.Surface;

/** Street networks that tests speak of. */
public final class Towns {
  public static final int SIDE = 4;
  private static final Provenance DRILL = new Provenance("drill", "", "", "", "", "test");

  private Towns() {}

  /** Four by four junctions from 0.5 east, 0.5 north, 0.001 degrees apart; streets of whole minutes at 1 m/s, some missing; widths in centimetres. */
  public static StreetNetwork grid(long seed, int narrowestCm, int widestCm) {
    SplittableRandom random = new SplittableRandom(seed);
    NetworkColumns c = new NetworkColumns();
    for (int i = 0; i < SIDE * SIDE; i++) c.node(5_000_000 + i % SIDE * 10_000, 5_000_000 + i / SIDE * 10_000, i, RoadUser.ALL);
    for (int i = 0; i < SIDE * SIDE; i++) {
      boolean kept = i == 0 || i + SIDE + 1 >= SIDE * SIDE - 1; // the corners with gates stay joined
      if (i % SIDE < SIDE - 1 && (random.nextInt(8) > 0 || kept)) street(c, i, i + 1, random, narrowestCm, widestCm);
      if (i / SIDE < SIDE - 1 && (random.nextInt(8) > 0 || kept)) street(c, i, i + SIDE, random, narrowestCm, widestCm);
    }
    return c.build(DRILL);
  }

  private static void street(NetworkColumns c, int a, int b, SplittableRandom random, int narrowestCm, int widestCm) {
    link(c, a, b, 60_000 * (1 + random.nextInt(3)), narrowestCm + random.nextInt(widestCm - narrowestCm + 1), "");
  }

  public static int link(NetworkColumns c, int a, int b, int mm, int widthCm, String name, NetworkColumns.Timed... timed) {
    NetworkColumns.Way way = new NetworkColumns.Way(RoadUser.ALL, 0, 0);
    int tagged = Attribute.WIDTH.bit();
    return c.link(a, b, mm, new NetworkColumns.Kind(1_000 + c.links(), RoadClass.RESIDENTIAL, way, way, 0, tagged, Surface.NOT_TAGGED, new NetworkColumns.Limits(widthCm, 0, 0, 0, 0), new Label(name, "", ""), List.of(timed)));
  }

  /** A network made by hand. */
  public static StreetNetwork of(NetworkColumns c) {
    return c.build(DRILL);
  }
}
