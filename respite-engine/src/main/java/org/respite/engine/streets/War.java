// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.respite.engine.world.Timeline;
import org.respite.engine.world.World;
import org.respite.model.quantity.Basis;
import org.respite.model.quantity.Quantity;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.WarMark;
import org.respite.model.scenario.WarMark.Kind;

/**
 * What war did, laid over the links of a graph. A mark holds from its minute to its minute: what harms is taken to hold in every minute that it
 * touches, what was cleared only in those that it fills. Whether a damaged street can be passed is one uncertainty for each link: it is drawn, and
 * in the middle world it is shut where that is the likelier.
 */
final class War {
  static final War NONE = new War(List.of(), List.of());

  /** Pace taken for minutes lost at a checkpoint inside: they are turned into metres of plain street, at 1 m/s. */
  private static final double METRES_PER_MINUTE_LOST = 60;

  private final List<WarMark> marks;
  /** The links of each mark. */
  private final List<int[]> links;

  /** Marks that lift others. */
  private final int[] cleared;

  private final Map<Integer, Quantity> luck = new HashMap<>();
  private final Map<Timeline, List<Piece>> pieces = new ConcurrentHashMap<>();

  War(List<WarMark> marks, List<int[]> links) {
    this.marks = List.copyOf(marks);
    this.links = List.copyOf(links);
    cleared = IntStream.range(0, marks.size()).filter(i -> marks.get(i).kind() == Kind.CLEARED).toArray();
    for (int i = 0; i < marks.size(); i++) if (marks.get(i).kind() == Kind.DAMAGED) for (int l : links.get(i)) luck.computeIfAbsent(l, War::luck);
  }

  /** Even luck of one link in [0, 1]: the triangular law about 1/2, turned back into an even one where it is asked. */
  private static Quantity luck(int link) {
    return new Quantity("roads.war.passable.link-" + link, 0, 0.5, 1, Unit.SHARE, new Basis.Assumed("whether a damaged street can be passed", List.of()), org.respite.model.finding.At.file("war"));
  }

  static boolean holds(WarMark m, Timeline t) {
    return t.open().stream().anyMatch(o -> m.from().map(f -> f.isBefore(o.interval().to())).orElse(true) && m.to().map(e -> e.isAfter(o.interval().from())).orElse(true));
  }

  boolean isEmpty() {
    return marks.isEmpty();
  }

  /** What one option in one world looks like. */
  Condition condition(Timeline timeline, World world) {
    List<Piece> own = pieces.computeIfAbsent(timeline, this::pieces);
    return Condition.of(own.stream().map(p -> p.in(world, luck)).toList());
  }

  /**
   * A time in which no mark begins or ends.
   *
   * @param passable chance of links beside damage
   */
  private record Piece(Condition.Phase certain, Map<Integer, Double> passable) {
    Condition.Phase in(World world, Map<Integer, Quantity> luck) {
      if (passable.isEmpty()) return certain;
      BitSet shut = (BitSet) certain.shut().clone();
      passable.forEach((l, chance) -> {
        if (even(world.value(luck.get(l), Unit.SHARE)) < 1 - chance) shut.set(l);
      });
      return new Condition.Phase(certain.from(), shut, certain.pace(), certain.extraMm());
    }
  }

  private List<Piece> pieces(Timeline timeline) {
    TreeSet<Integer> begins = new TreeSet<>(List.of(0));
    for (WarMark m : marks) {
      begin(from(m, timeline), timeline).ifPresent(begins::add);
      begin(to(m, timeline), timeline).ifPresent(begins::add);
    }
    List<Piece> all = new ArrayList<>();
    for (int from : begins) {
      Integer next = begins.higher(from);
      all.add(piece(from, next == null ? timeline.horizon() + 1 : next, timeline));
    }
    return all;
  }

  /** The minute inside a window at which a change is first felt: what changes while all is closed is felt when the next window opens. */
  private static Optional<Integer> begin(long minute, Timeline timeline) {
    for (Timeline.Open o : timeline.open()) {
      if (minute >= o.to()) continue;
      int felt = (int) Math.max(minute, o.from());
      return felt == 0 ? Optional.empty() : Optional.of(felt);
    }
    return Optional.empty();
  }

  private static long from(WarMark m, Timeline t) {
    return m.from().map(f -> m.kind() == Kind.CLEARED ? ceil(t, f) : floor(t, f)).orElse(Long.MIN_VALUE);
  }

  private static long to(WarMark m, Timeline t) {
    return m.to().map(e -> m.kind() == Kind.CLEARED ? floor(t, e) : ceil(t, e)).orElse(Long.MAX_VALUE);
  }

  private static long floor(Timeline t, Instant at) {
    return Math.floorDiv(Duration.between(t.begins(), at).getSeconds(), 60L);
  }

  private static long ceil(Timeline t, Instant at) {
    return Math.ceilDiv(Duration.between(t.begins(), at).getSeconds(), 60L);
  }

  /** What holds in the open minutes of {@code [from, to)}; no mark changes within them. */
  private Piece piece(int from, int to, Timeline timeline) {
    BitSet shut = new BitSet();
    Map<Integer, Double> pace = new HashMap<>();
    Map<Integer, Double> extraMm = new HashMap<>();
    Map<Integer, Double> passable = new TreeMap<>();
    boolean[] now = new boolean[marks.size()];
    for (int i = 0; i < now.length; i++) now[i] = touches(marks.get(i), from, to, timeline);
    for (int i = 0; i < now.length; i++) {
      if (!now[i]) continue;
      WarMark m = marks.get(i);
      BitSet lifted = lifted(m, now);
      for (int l : links.get(i)) {
        if (lifted.get(l)) continue;
        switch (m.kind()) {
          case BLOCKED, MINED, FRONT_LINE -> shut.set(l);
          case RUBBLE -> pace.merge(l, m.value(), Math::min);
          case CHECKPOINT -> extraMm.merge(l, m.value() * METRES_PER_MINUTE_LOST * 1_000, Double::sum);
          case DAMAGED -> passable.merge(l, 1 - m.value(), (a, b) -> a * b);
          case CLEARED -> { } // lifts others: see lifted
        }
      }
    }
    return new Piece(new Condition.Phase(from, shut, pace, extraMm), passable);
  }

  private static boolean touches(WarMark m, int from, int to, Timeline timeline) {
    return timeline.open().stream().anyMatch(o -> Math.max(from, o.from()) < Math.min(to, o.to()) && from(m, timeline) < Math.min(to, o.to()) && to(m, timeline) > Math.max(from, o.from()));
  }

  /** Links that somebody has cleared since the mark was made, as far as the clearing holds now. */
  private BitSet lifted(WarMark mark, boolean[] now) {
    BitSet lifted = new BitSet();
    if (mark.kind() == Kind.CHECKPOINT || mark.kind() == Kind.FRONT_LINE || mark.kind() == Kind.CLEARED) return lifted;
    Instant made = mark.from().orElse(Instant.MIN);
    for (int i : cleared) {
      if (now[i] && !marks.get(i).from().orElse(Instant.MAX).isBefore(made)) for (int l : links.get(i)) lifted.set(l);
    }
    return lifted;
  }

  /** From the triangular law on [0, 1/2, 1] back to an even one: its distribution function. */
  private static double even(double triangular) {
    return triangular < 0.5 ? 2 * triangular * triangular : 1 - 2 * (1 - triangular) * (1 - triangular);
  }
}
