// SPDX-License-Identifier: Apache-2.0
package org.respite.bench.flow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.respite.kernel.eaf.EafReader;
import org.respite.kernel.flow.FlowProblem;

/**
 * Instances: a file, or an invented town {@code town:SIDE:STEPS:PEOPLE}: SIDE x SIDE corners, streets both ways of 1 to 3 steps and 5 to 40
 * people a step, one in ten missing, eight gates of 20 to 60 people a step at the edge, one corner in a hundred a home. The same name is the same town.
 */
final class Streets {
  private Streets() {}

  static FlowProblem of(String name) throws IOException {
    if (name.startsWith("town:")) {
      String[] parts = name.split(":");
      return town(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Long.parseLong(parts[3]));
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(name)), 1 << 16)) {
      return EafReader.read(in).problem().orElseThrow(() -> new IOException(name + " is no instance"));
    }
  }

  private static FlowProblem town(int side, int horizon, long people) {
    SplittableRandom r = new SplittableRandom(1958L * side);
    int corners = side * side;
    FlowProblem.Builder b = FlowProblem.builder(corners + 1, horizon).sink(corners);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (x + 1 < side) street(b, r, y * side + x, y * side + x + 1);
        if (y + 1 < side) street(b, r, y * side + x, (y + 1) * side + x);
      }
    }
    for (int gate = 0; gate < 8; gate++) {
      int along = r.nextInt(side);
      int corner = switch (gate % 4) {
        case 0 -> along;
        case 1 -> corners - 1 - along;
        case 2 -> along * side;
        default -> along * side + side - 1;
      };
      b.arc(corner, corners, 20 + r.nextInt(41), 1);
    }
    int homes = Math.max(4, corners / 100);
    for (int i = 0; i < homes; i++) b.supply(r.nextInt(corners), 0, people / homes + (i < people % homes ? 1 : 0));
    return b.build();
  }

  private static void street(FlowProblem.Builder b, SplittableRandom r, int from, int to) {
    boolean missing = r.nextInt(10) == 0;
    int capacity = 5 + r.nextInt(36);
    int steps = 1 + r.nextInt(3);
    if (missing) return;
    b.arc(from, to, capacity, steps);
    b.arc(to, from, capacity, steps);
  }
}
