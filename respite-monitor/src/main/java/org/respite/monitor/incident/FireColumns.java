// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reports of fire as columns of numbers, in the order of their list, so that a hundred thousand of them are passed in a fraction of a millisecond
 * where objects take ten. Immutable but for the names, which only grow; nothing hangs on which number a name has.
 */
public final class FireColumns {
  /** Number of an empty name, and of killed that nobody said. */
  public static final int NONE = -1;

  private static final long NO_POINT = Long.MIN_VALUE;
  private static final double PARTS_OF_A_DEGREE = 1e7;

  /** By report: what it says ({@link Incidents}), times in microseconds, latitude in parts of a degree. */
  private enum Wide { ID, FROM, TO, RECEIVED, LATITUDE }

  /** By report: who first said it whatever the case of letters, the same to the letter, who sent it; kind, actor alleged, place; killed at least. */
  private enum Narrow { SOURCE, ROOT, SENDER, KIND, ACTOR, PLACE, KILLED }

  private final Names names;
  private final long[][] wide;
  private final int[][] narrow;
  private final int size;
  /** The columns of those that are asked for most. */
  private final long[] from;
  private final long[] to;
  private final long[] received;
  private final int[] root;
  private final int[] sender;
  private final int[] kind;
  private final int[] actor;

  private static final class Names {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> all = new java.util.ArrayList<>();

    int number(String name) {
      if (name.isEmpty()) return NONE;
      Integer known = numbers.putIfAbsent(name, all.size());
      if (known != null) return known;
      all.add(name);
      return all.size() - 1;
    }
  }

  private FireColumns(Names names, int size) {
    this.names = names;
    this.size = size;
    wide = new long[Wide.values().length][size];
    narrow = new int[Narrow.values().length][size];
    from = wide[Wide.FROM.ordinal()];
    to = wide[Wide.TO.ordinal()];
    received = wide[Wide.RECEIVED.ordinal()];
    root = narrow[Narrow.ROOT.ordinal()];
    sender = narrow[Narrow.SENDER.ordinal()];
    kind = narrow[Narrow.KIND.ordinal()];
    actor = narrow[Narrow.ACTOR.ordinal()];
  }

  static FireColumns of(List<Report> fire) {
    var columns = new FireColumns(new Names(), fire.size());
    for (int i = 0; i < fire.size(); i++) columns.put(i, fire.get(i));
    return columns;
  }

  /** The same with one report more at that place. */
  FireColumns with(int at, Report more) {
    var longer = new FireColumns(names, size + 1);
    for (int c = 0; c < wide.length; c++) {
      System.arraycopy(wide[c], 0, longer.wide[c], 0, at);
      System.arraycopy(wide[c], at, longer.wide[c], at + 1, size - at);
    }
    for (int c = 0; c < narrow.length; c++) {
      System.arraycopy(narrow[c], 0, longer.narrow[c], 0, at);
      System.arraycopy(narrow[c], at, longer.narrow[c], at + 1, size - at);
    }
    longer.put(at, more);
    return longer;
  }

  /** Of those reports that have a new place, which keep their order; {@link #NONE} for those that have none. */
  FireColumns moved(int[] place, int newSize) {
    var fewer = new FireColumns(names, newSize);
    for (int i = 0; i < size; i++) {
      if (place[i] < 0) continue;
      for (int c = 0; c < wide.length; c++) fewer.wide[c][place[i]] = wide[c][i];
      for (int c = 0; c < narrow.length; c++) fewer.narrow[c][place[i]] = narrow[c][i];
    }
    return fewer;
  }

  private void put(int i, Report r) {
    set(Wide.ID, i, Incidents.id(r));
    set(Wide.FROM, i, micros(r.when().from()));
    set(Wide.TO, i, micros(r.when().to()));
    set(Wide.RECEIVED, i, micros(r.received()));
    set(Wide.LATITUDE, i, r.where().lat().isEmpty() ? NO_POINT : Math.round(r.where().lat().getAsDouble() * PARTS_OF_A_DEGREE));
    set(Narrow.SOURCE, i, names.number("source " + r.origin().root().toLowerCase(Locale.ROOT)));
    set(Narrow.ROOT, i, names.number(r.origin().root()));
    set(Narrow.SENDER, i, names.number(r.origin().source()));
    set(Narrow.KIND, i, names.number(r.kind()));
    set(Narrow.ACTOR, i, names.number(r.alleged().actor()));
    set(Narrow.PLACE, i, names.number(r.where().place()));
    set(Narrow.KILLED, i, r.killed().low().orElse(NONE));
  }

  private void set(Wide column, int i, long value) {
    wide[column.ordinal()][i] = value;
  }

  private void set(Narrow column, int i, int value) {
    narrow[column.ordinal()][i] = value;
  }

  /** A time as the columns hold it: microseconds. */
  public static long micros(Instant time) {
    return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
  }

  public int size() {
    return size;
  }

  /** Beginning of what is told, microseconds. */
  public long from(int i) {
    return from[i];
  }

  public long to(int i) {
    return to[i];
  }

  public long received(int i) {
    return received[i];
  }

  /** Number of the name of who first said it. */
  public int root(int i) {
    return root[i];
  }

  public int sender(int i) {
    return sender[i];
  }

  public int kind(int i) {
    return kind[i];
  }

  public int actor(int i) {
    return actor[i];
  }

  public int place(int i) {
    return narrow[Narrow.PLACE.ordinal()][i];
  }

  int killed(int i) {
    return narrow[Narrow.KILLED.ordinal()][i];
  }

  /** One more than the highest number of a name. */
  public int names() {
    return names.all.size();
  }

  public String name(int number) {
    return number == NONE ? "" : names.all.get(number);
  }

  /** Not to be changed. */
  int[] sources() {
    return narrow[Narrow.SOURCE.ordinal()];
  }

  /** Not to be changed. */
  long[] ids() {
    return wide[Wide.ID.ordinal()];
  }

  /** Index of the first report that begins at that time or later; the reports are in that order. */
  public int firstFrom(Instant time) {
    int at = Arrays.binarySearch(wide[Wide.FROM.ordinal()], micros(time));
    if (at < 0) return -at - 1;
    while (at > 0 && from(at - 1) == from(at)) at--;
    return at;
  }

  /** Mean latitude to a hundredth of a degree, so that one report more hardly ever moves it; summed in whole numbers, so that no order moves it. */
  double centre() {
    long sum = 0;
    int n = 0;
    for (long lat : wide[Wide.LATITUDE.ordinal()]) {
      if (lat == NO_POINT) continue;
      sum += lat;
      n++;
    }
    return n == 0 ? 0 : Math.round(sum / PARTS_OF_A_DEGREE / n * 100) / 100.0;
  }
}
