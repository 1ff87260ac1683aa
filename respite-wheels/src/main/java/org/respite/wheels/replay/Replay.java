// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.replay;

import java.util.Arrays;
import java.util.List;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Trip;

/**
 * Plays a schedule through, event by event, in whatever world: vehicles set out when planned or as soon as they can, queue first come
 * first served at every server, turn back where the card says so, and are caught where they are still inside when it ends. In the world that
 * the schedule was made for it gives the promised times to the second.
 *
 * <p>One event a stage, on a binary heap of longs: O(events x log trips), no allocation while it runs. Deterministic: ties go to the
 * earlier trip. Not for several threads; make one for each.
 */
public final class Replay {
  /** How a trip ended. */
  public enum Fate {
    DELIVERED,
    NOT_SENT,
    TURNED_BACK,
    CAUGHT,
    /** Out with whoever is on board, and no bed for them any more. */
    NO_BED
  }

  /** What a stage takes in this run. */
  @FunctionalInterface
  public interface Law {
    /** As the world says. */
    Law AS_GIVEN = (_, _, seconds) -> seconds;

    int seconds(int trip, int stage, int seconds);
  }

  private static final long TRIP_BITS = 24;

  private final List<Trip> trips;
  private final int[] next;
  private final int[] firstOf;
  private final int[] stage;
  private final int[] begun;
  private final int[] cards;
  private final int[] cardAt;
  private final long[] heap;
  private int heaped;

  final Fate[] fate;
  final int[] out;
  final int[] stoodAt;
  final int[][] starts;
  final int[][] ends;

  private Problem world;
  private Law law;
  private Calls calls;
  private int[][] free;

  /** Of a stock, how many pieces are taken. */
  private int[] taken;
  private long events;

  /** The plan's own turn-back times on the drivers' cards. */
  public Replay(Schedule schedule) {
    this(schedule, 0);
  }

  /**
   * @param schedule whose turn-back times are on the drivers' cards, whatever the world turns out to be
   * @param margin seconds by which the cards are set earlier
   */
  public Replay(Schedule schedule, int margin) {
    trips = schedule.trips();
    if (trips.size() >= 1 << TRIP_BITS) throw new IllegalArgumentException("at most 16 million trips, got %d".formatted(trips.size()));
    int n = trips.size();
    next = new int[n];
    firstOf = firstOfVehicles();
    stage = new int[n];
    begun = new int[n];
    fate = new Fate[n];
    out = new int[n];
    stoodAt = new int[n];
    starts = trips.stream().map(t -> new int[t.type().count()]).toArray(int[][]::new);
    ends = trips.stream().map(t -> new int[t.type().count()]).toArray(int[][]::new);
    heap = new long[n + 1];
    cardAt = new int[schedule.problem().types().size() + 1];
    cards = cards(schedule.problem(), margin);
  }

  private int[] cards(Problem plan, int margin) {
    int[][] all = plan.types().stream().map(TripType::lastStarts).toArray(int[][]::new);
    for (int j = 0; j < all.length; j++) cardAt[j + 1] = cardAt[j] + all[j].length;
    return Arrays.stream(all).flatMapToInt(Arrays::stream).map(t -> t - margin).toArray();
  }

  /** Links each vehicle's trips in order; returns the first of each. */
  private int[] firstOfVehicles() {
    Arrays.fill(next, -1);
    java.util.Map<Long, Integer> last = new java.util.HashMap<>();
    java.util.List<Integer> first = new java.util.ArrayList<>();
    for (int i = 0; i < trips.size(); i++) {
      long key = (long) trips.get(i).type().fleet() << 32 | trips.get(i).vehicle();
      Integer before = last.put(key, i);
      if (before == null) first.add(i);
      else next[before] = i;
    }
    return first.stream().mapToInt(Integer::intValue).toArray();
  }

  /** In the given world, with the stages of {@code world} for those of the plan. */
  public Outcome run(Problem inWorld, Law lasting) {
    return run(inWorld, lasting, Calls.none(trips.size()));
  }

  /** @param missions which trips are called off or held */
  public Outcome run(Problem inWorld, Law lasting, Calls missions) {
    world = inWorld;
    law = lasting;
    calls = missions;
    free = world.servers().stream().map(s -> new int[s.isStock() ? 0 : s.count()]).toArray(int[][]::new);
    taken = new int[free.length];
    heaped = 0;
    events = 0;
    Arrays.fill(fate, Fate.NOT_SENT);
    Arrays.fill(out, 0);
    Arrays.fill(stoodAt, -1);
    for (int i = 0; i < starts.length; i++) {
      Arrays.fill(starts[i], -1);
      Arrays.fill(ends[i], -1);
    }
    for (int trip : firstOf) begin(trip, 0);
    while (heaped > 0) {
      long event = pop();
      events++;
      step((int) (event & (1L << TRIP_BITS) - 1), (int) (event >>> TRIP_BITS));
    }
    return new Outcome(this, events);
  }

  private TripType type(int trip) {
    return world.types().get(trips.get(trip).typeIndex());
  }

  /** Puts the vehicle's next trip that is not called off on the list. */
  private void begin(int trip, int ready) {
    int i = trip;
    while (i >= 0 && calls.off(i)) i = next[i];
    if (i < 0 || !comes(i)) return;
    stage[i] = 0;
    push(i, Math.max(ready, trips.get(i).departs()));
  }

  /** In a world with fewer vehicles the last of a fleet do not come; whoever is there goes first. */
  private boolean comes(int trip) {
    return trips.get(trip).vehicle() < world.fleets().get(trips.get(trip).type().fleet()).count();
  }

  private void step(int trip, int now) {
    TripType type = type(trip);
    int s = stage[trip];
    if (s == type.count()) {
      finish(trip, now);
      return;
    }
    Stage st = type.stages().get(s);
    int from = s == type.heldAt() ? Math.max(now, Math.max(type.release(), s > 0 ? trips.get(trip).start(s) : 0)) + calls.delay(trip) : st.mayWait() && s > 0 ? Math.max(now, trips.get(trip).start(s)) : now;
    int seconds = law.seconds(trip, s, st.seconds());
    int start = turn(st, from, seconds);
    int card = s <= type.delivers() ? cards[cardAt[trips.get(trip).typeIndex()] + s] : Calendar.NEVER - 1;
    if (start == Calendar.NEVER && st.kind() == Stage.Kind.HOSPITAL) {
      noBed(trip, now);
      return;
    }
    if (start > card) { // whoever queues leaves the queue at the card's time
      turnBack(trip, Math.max(now, card));
      return;
    }
    if (start == Calendar.NEVER) {
      caught(trip, now);
      return;
    }
    serve(st, start, st.occupies() == st.seconds() ? seconds : st.occupies());
    if (s == 0) begun[trip] = start;
    starts[trip][s] = start;
    ends[trip][s] = start + seconds;
    if (s == type.delivers()) fate[trip] = Fate.DELIVERED;
    stage[trip] = s + 1;
    push(trip, start + seconds);
  }

  /** When a vehicle that comes now has its turn. */
  private int turn(Stage st, int now, int seconds) {
    if (!st.needs()) return st.open().fit(now, seconds);
    if (world.servers().get(st.resource()).isStock()) return bed(st, now, seconds);
    int server = first(st.resource());
    return server < 0 ? Calendar.NEVER : st.open().fit(Math.max(now, free[st.resource()][server]), seconds);
  }

  /** Whoever comes first takes the pieces that are there first. */
  private int bed(Stage st, int now, int seconds) {
    List<Integer> stock = world.servers().get(st.resource()).stock();
    int last = taken[st.resource()] + st.takes() - 1;
    return last >= stock.size() ? Calendar.NEVER : st.open().fit(Math.max(now, stock.get(last)), seconds);
  }

  private void serve(Stage st, int start, int occupied) {
    if (!st.needs()) return;
    if (world.servers().get(st.resource()).isStock()) taken[st.resource()] += st.takes();
    else if (occupied > 0) free[st.resource()][first(st.resource())] = start + occupied;
  }

  /** The server that is free first; -1 where there is none. */
  private int first(int resource) {
    int[] servers = free[resource];
    int best = -1;
    for (int k = 0; k < servers.length; k++) if (best < 0 || servers[k] < servers[best]) best = k;
    return best;
  }

  private void finish(int trip, int now) {
    out[trip] = now;
    if (next[trip] >= 0) begin(next[trip], now + type(trip).turnRound());
  }

  /** Back by the way it came, without its load: as long out as it was in. */
  private void turnBack(int trip, int now) {
    TripType type = type(trip);
    int s = stage[trip];
    boolean wentIn = false;
    int back = 0;
    for (int i = 0; i < s; i++) {
      wentIn |= type.stages().get(i).kind().inside();
      if (type.stages().get(i).kind() == Stage.Kind.ROAD_IN) back += type.stages().get(i).seconds();
    }
    fate[trip] = s <= type.heldAt() ? Fate.NOT_SENT : Fate.TURNED_BACK;
    out[trip] = now + back;
    stoodAt[trip] = s;
    if (wentIn && out[trip] > world.closes().get(type.window())) fate[trip] = Fate.CAUGHT;
    if (next[trip] >= 0) begin(next[trip], out[trip]);
  }

  private void caught(int trip, int now) {
    fate[trip] = Fate.CAUGHT;
    out[trip] = Calendar.NEVER;
    stoodAt[trip] = stage[trip];
    begun[trip] = Math.min(begun[trip], now);
  }

  /** Out of the area, and nobody takes them in: the vehicle waits at the door and goes no more. */
  private void noBed(int trip, int now) {
    fate[trip] = Fate.NO_BED;
    out[trip] = now;
    stoodAt[trip] = stage[trip];
  }

  private void push(int trip, int time) {
    long key = (long) time << TRIP_BITS | trip;
    int i = heaped++;
    while (i > 0) {
      int up = (i - 1) >> 1;
      if (heap[up] <= key) break;
      heap[i] = heap[up];
      i = up;
    }
    heap[i] = key;
  }

  private long pop() {
    long top = heap[0];
    long key = heap[--heaped];
    int i = 0;
    while (true) {
      int child = 2 * i + 1;
      if (child >= heaped) break;
      if (child + 1 < heaped && heap[child + 1] < heap[child]) child++;
      if (heap[child] >= key) break;
      heap[i] = heap[child];
      i = child;
    }
    if (heaped > 0) heap[i] = key;
    return top;
  }

  List<Trip> trips() {
    return trips;
  }

  Problem world() {
    return world;
  }
}
