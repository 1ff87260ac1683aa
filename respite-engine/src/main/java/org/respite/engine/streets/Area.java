// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.List;
import org.respite.model.scenario.Position;

/** Which positions belong to the case's ground: inside the drawn outline, or near the districts where nothing is drawn. */
@FunctionalInterface
interface Area {
  boolean contains(Position p);

  /** Inside any ring of an odd number of them, so that holes are holes. O(points) a question. */
  static Area inside(List<List<Position>> rings) {
    return p -> {
      boolean in = false;
      for (List<Position> ring : rings) {
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
          Position a = ring.get(i);
          Position b = ring.get(j);
          boolean spans = a.lat() > p.lat() != b.lat() > p.lat();
          if (spans && p.lon() < (b.lon() - a.lon()) * (p.lat() - a.lat()) / (b.lat() - a.lat()) + a.lon()) in = !in;
        }
      }
      return in;
    };
  }
}
