// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which columns of a table hold the day, the count and the control: named by the user, or recognised by name and content.
 *
 * @param count column of the count; -1 where each line is one incident
 * @param control column of the control count; -1 where there is none
 * @param observed column that says whether anybody watched that day, by yes and no or by hours; -1 where there is none
 * @param states columns of words (source, status, remark) in which a cell may say that there was no report
 * @param total whether the count is a running total, whose rise is what a day counted
 * @param type column of ACLED's event type in a list of incidents; -1 where there is none
 */
record SeriesColumns(int day, int count, int control, int observed, List<Integer> states, boolean total, int type) {
  /** Event types of ACLED that are no fire: they count as reports, not as incidents. */
  private static final Set<String> NO_FIRE = Set.of("protests", "riots", "strategic developments");

  private static final Pattern DAY_NAME = Pattern.compile(
      "(event_?|incident_?|report_?|recording_?|start_?|obs_?)?(date|day|datum|jour|fecha|timestamp)(_?start)?|date_.*|.*_date|time|ts|epoch"
          + "|occurred_from|дата|день|تاريخ|التاريخ|اليوم");
  private static final Pattern COUNT_NAME = Pattern.compile(
      "n|x|count|counts|total|number|value|(n_?|num_?|number_of_|total_)?(events?|incidents?|attacks?|strikes?|air_?strikes?|raids?|air_?raids?|"
          + "shellings?|alarms?|alerts?|sirens?|explosions?|violations?)(_?(count|counts|n|total|number))?|عدد|العدد|число|количество|кількість");
  /** Words in a column's name that make its numbers something else than a count of incidents. */
  private static final Set<String> NOT_A_COUNT = Set.of(
      "id", "code", "no", "nr", "row", "index", "lat", "latitude", "lon", "lng", "long", "longitude", "year", "month", "week",
      "weekday", "dow", "hour", "minute", "time", "precision", "prec", "population", "phone", "temp", "temperature", "rate", "mean",
      "avg", "average", "share", "percent", "pct", "best", "low", "high", "radius", "wounded", "injured", "injuries", "period", "duration",
      "hours", "doy", "quarter", "rolling", "ma", "ma7");
  private static final Set<String> DEATHS = Set.of(
      "death", "deaths", "dead", "killed", "kills", "fatality", "fatalities", "casualties", "victims");
  private static final Pattern CONTROL_NAME = Pattern.compile(
      "control.*|heartbeat.*|.*_control|others?|other_.*|.*_elsewhere|elsewhere|neighbou?r.*|rest_.*|rest|.*_other|"
          + "(.*_)?(reports|reporters?|sources?|observers?|monitors?|posts|messages|posts|calls|contacts|feeds?|articles|mentions|news)(_.*)?");
  private static final Pattern OBSERVED_NAME = Pattern.compile("observed|reported|reporting|coverage|covered|monitored|watched|(data_)?available|has_data");
  /** The same said the other way round: yes is nobody. */
  private static final Pattern UNOBSERVED_NAME = Pattern.compile("(is_)?missing|(is_|reporting_|data_)?gap|no_(data|reports?|observers?)|blackout|outage|unobserved|not_observed");
  private static final Pattern YES_OR_NO = Pattern.compile("(?i)0|1|yes|no|y|n|true|false");
  /** How long, or how much of the day, anybody watched: 0 is nobody. */
  private static final Pattern WATCHED_NAME = Pattern.compile("coverage|(report|reporting|observed|observation|coverage|covered|monitoring|watch)_?(period|hours?|minutes|share|percent|pct|time)");
  private static final Pattern AMOUNT = Pattern.compile("\\d+([.]\\d+)?%?");
  private static final Pattern STATE_NAME = Pattern.compile("(.*_)?(source|status|state|reports?|reporting|coverage|availability|quality|flag|remarks?|notes?|comments?)");
  private static final Set<String> NO_REPORT = Set.of("missing", "no data", "no report", "no reports", "not reported", "unavailable", "not available",
      "blackout", "outage", "no observers", "not observed", "unobserved");
  private static final Pattern ID_NAME = Pattern.compile("id|.*_id|.*_id_.*|.*reference.*|.*_code|uuid|_uuid|event_no");

  private static final Pattern NUMBER = Pattern.compile("[+]?(\\d{1,9}|\\d{1,3}([, ]\\d{3}){1,2})(\\.0+)?");
  /** The last ones are codes of data sets for "not known". */
  private static final Set<String> NOTHING = Set.of("", "na", "n/a", "#n/a", "nan", "null", "none", "-", "–", "—", ".", "..", "?",
      "unknown", "unkn", "missing", "no data", "nd", "not available", "not reported", "no report", "-9", "-99", "-999", "-9999");
  /** Somebody looked, and there was nothing. */
  private static final Pattern NIL = Pattern.compile("(?i)nil|zero|no (incidents?|events?|attacks?|strikes?|raids?|shelling|violations?)");

  /** Whether a cell says that nobody counted. */
  static boolean saysNothing(String cell) {
    return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }

  static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches() || NIL.matcher(cell).matches();
  }

  /** Of a cell that {@link #isNumber}. */
  static int number(String cell) {
    return NIL.matcher(cell).matches() ? 0 : (int) Double.parseDouble(cell.replaceAll("[, ]", ""));
  }

  /** Finds the columns; empty, with findings, where one that is needed is not there. */
  static Optional<SeriesColumns> of(Table table, SeriesOptions options, Findings findings) {
    int day = options.day().isPresent() ? named(table, "--day", options.day().get(), findings) : dayColumn(table, findings);
    if (day < 0) return Optional.empty();
    int control = -1;
    if (options.control().isPresent()) {
      control = named(table, "--control", options.control().get(), findings);
      if (control < 0) return Optional.empty();
    }
    int count = -1;
    if (options.count().isPresent()) {
      count = named(table, "--count", options.count().get(), findings);
      if (count < 0) return Optional.empty();
    } else if (!listsIncidents(table, day)) {
      List<Integer> candidates = countColumns(table, day, COUNTED);
      if (candidates.isEmpty()) candidates = deathColumns(table, day, findings);
      if (control < 0) control = controlColumn(table, candidates);
      candidates.remove(Integer.valueOf(control));
      count = choose(table, candidates, findings);
      if (count < 0 && lacksCount(table, day, findings)) return Optional.empty();
      if (count < 0) control = -1;
    }
    return Optional.of(new SeriesColumns(day, count, control, observedColumn(table, count), stateColumns(table, day, count), tellOfTotal(table, count, findings),
        table.column("event_type")));
  }

  private static int named(Table table, String option, String name, Findings findings) {
    int column = table.column(name);
    if (column < 0) {
      findings.add(new Finding("M104", option, "there is no column \"" + name + "\" in " + table.name(),
          "the file cannot be read as asked", "its columns are: " + String.join(", ", table.header())));
    }
    return column;
  }

  /** Days of the known formats: ACLED, UCDP GED, FIRMS, reports. */
  private static final List<String> KNOWN_DAYS = List.of("event_date", "date_start", "acq_date", "occurred_from");

  private static int dayColumn(Table table, Findings findings) {
    for (String name : KNOWN_DAYS) if (table.column(name) >= 0) return table.column(name);
    int best = -1;
    double bestScore = 0.5;
    for (int c = 0; c < table.header().size(); c++) {
      double score = Dates.shareOfDays(table.cells(c));
      boolean named = DAY_NAME.matcher(key(table, c)).matches();
      if (!named && Dates.orderOf(table.cells(c)) == Dates.Order.NUMBERED) continue; // 45,000 may be anything
      if (score > 0 && named) score += 1;
      if (score > bestScore) {
        bestScore = score;
        best = c;
      }
    }
    if (best < 0) {
      findings.add(new Finding("M105", table.name() + ":1", "no column holds days", "nothing can be placed in time",
          "name it with --day; the columns are: " + String.join(", ", table.header())));
    }
    return best;
  }

  private static String key(Table table, int column) {
    return table.header().get(column).toLowerCase(Locale.ROOT).replaceAll("[\\s.-]+", "_");
  }

  /** What a column's name says of its numbers. */
  private interface Meaning {
    boolean fits(Table table, int column);
  }

  private static final Meaning COUNTED = (t, c) -> !hasWord(t, c, NOT_A_COUNT) && !hasWord(t, c, DEATHS);
  private static final Meaning KILLED = (t, c) -> !hasWord(t, c, NOT_A_COUNT) && hasWord(t, c, DEATHS);
  /** UCDP's best estimate of the dead. */
  private static final Meaning BEST_ESTIMATE = (t, c) -> hasWord(t, c, Set.of("best"));

  /**
   * Columns of whole numbers that may count incidents: not deaths, places, keys or parts of the date. One that never changes counts nothing,
   * and a running total stands back where there is a count of single days.
   */
  private static List<Integer> countColumns(Table table, int day, Meaning meaning) {
    var found = new ArrayList<Integer>();
    for (int c = 0; c < table.header().size(); c++) {
      if (c == day || c == observedColumn(table, -1) || !meaning.fits(table, c)) continue;
      boolean named = COUNT_NAME.matcher(key(table, c)).matches();
      long filled = table.cells(c).stream().filter(v -> !saysNothing(v)).count();
      long numbers = table.cells(c).stream().filter(SeriesColumns::isNumber).count();
      double needed = named ? 0.01 : 0.9; // a count by name keeps its faults: they are told
      if (numbers > 0 && numbers >= needed * filled && (named || !NumbersOf.column(table, c).neverChange())) found.add(c);
    }
    List<Integer> ofDays = found.stream().filter(c -> !NumbersOf.column(table, c).onlyRise()).toList();
    return ofDays.isEmpty() ? found : new ArrayList<>(ofDays);
  }

  private static boolean tellOfTotal(Table table, int count, Findings findings) {
    if (count < 0 || !NumbersOf.column(table, count).onlyRise()) return false;
    findings.add(new Finding("M212", table.name() + ":1", "\"" + table.header().get(count) + "\" only rises: it is a running total",
        "the count of a day is its rise over the day before; after days without a line nobody knows it", "choose a column of single days with --count"));
    return true;
  }

  /** A column that says whether anybody watched: yes and no, or for how long. */
  private static int observedColumn(Table table, int count) {
    for (int c = 0; c < table.header().size(); c++) {
      if (c == count) continue;
      boolean watched = WATCHED_NAME.matcher(key(table, c)).matches();
      if (!watched && !OBSERVED_NAME.matcher(key(table, c)).matches() && !saysUnobserved(table, c)) continue;
      if (table.cells(c).stream().allMatch(v -> saysNothing(v) || YES_OR_NO.matcher(v).matches() || watched && AMOUNT.matcher(v).matches())) return c;
    }
    return -1;
  }

  private static List<Integer> stateColumns(Table table, int day, int count) {
    var found = new ArrayList<Integer>();
    for (int c = 0; c < table.header().size(); c++) {
      if (c != day && c != count && STATE_NAME.matcher(key(table, c)).matches() && table.cells(c).stream().anyMatch(SeriesColumns::saysNoReport)) found.add(c);
    }
    return List.copyOf(found);
  }

  private static boolean saysNoReport(String cell) {
    return NO_REPORT.contains(cell.toLowerCase(Locale.ROOT));
  }

  private static boolean saysUnobserved(Table table, int column) {
    return UNOBSERVED_NAME.matcher(key(table, column)).matches();
  }

  /** Whether the line says that nobody watched that day. */
  boolean saysNobody(Table table, Table.Row row) {
    for (int c : states) if (saysNoReport(row.cell(c))) return true;
    if (observed < 0) return false;
    String cell = row.cell(observed);
    if (saysUnobserved(table, observed)) return cell.matches("(?i)1|yes|y|true");
    return saysNothing(cell) || cell.matches("(?i)0+([.]0+)?%?|no|n|false");
  }

  /** Whether a line of a list tells of something else than fire. */
  boolean isNoFire(Table.Row row) {
    return NO_FIRE.contains(row.cell(type).toLowerCase(Locale.ROOT));
  }

  private static boolean hasWord(Table table, int column, Set<String> words) {
    for (String word : key(table, column).split("_")) if (words.contains(word)) return true;
    return false;
  }

  /** Deaths stand in where nothing else is counted: they say less, because many incidents kill nobody. */
  private static List<Integer> deathColumns(Table table, int day, Findings findings) {
    List<Integer> columns = countColumns(table, day, KILLED);
    if (columns.isEmpty()) columns = countColumns(table, day, BEST_ESTIMATE);
    if (!columns.isEmpty()) {
      findings.add(new Finding("M205", table.name() + ":1",
          "no column counts incidents; \"" + table.header().get(columns.getFirst()) + "\" was taken",
          "deaths stand in for incidents, and fire that kills nobody is not seen", "choose a column with --count"));
    }
    return columns;
  }

  /** One line a day, and nothing in it that could be the count: taking each line for one incident would be nonsense. */
  private static boolean lacksCount(Table table, int day, Findings findings) {
    if (!Dates.mostlyConsecutive(table.cells(day))) return false;
    findings.add(new Finding("M111", table.name() + ":1", "there is one line a day and no column that could be the count",
        "nothing can be judged", "name it with --count; the columns are: " + String.join(", ", table.header())));
    return true;
  }

  private static int controlColumn(Table table, List<Integer> candidates) {
    if (candidates.size() < 2) return -1;
    for (int c : candidates) if (CONTROL_NAME.matcher(key(table, c)).matches()) return c;
    return -1;
  }

  private static int choose(Table table, List<Integer> candidates, Findings findings) {
    if (candidates.isEmpty()) return -1;
    int chosen = candidates.stream().filter(c -> COUNT_NAME.matcher(key(table, c)).matches()).findFirst()
        .orElse(candidates.getFirst());
    if (candidates.size() > 1) {
      var others = candidates.stream().filter(c -> c != chosen).map(c -> table.header().get(c)).toList();
      findings.add(new Finding("M202", table.name() + ":1",
          "several columns could be the count; \"" + table.header().get(chosen) + "\" was taken",
          "the answer is about that column alone", "choose another with --count: " + String.join(", ", others)));
    }
    return chosen;
  }

  /** A list of incidents, one a line: days come more than once, and a key column never repeats; or nothing is counted. */
  private static boolean listsIncidents(Table table, int day) {
    var days = new HashSet<>(table.cells(day));
    boolean repeats = days.size() < table.rows().size();
    if (!repeats) return false;
    for (int c = 0; c < table.header().size(); c++) {
      if (c == day || !ID_NAME.matcher(key(table, c)).matches()) continue;
      if (new HashSet<>(table.cells(c)).size() == table.rows().size()) return true;
    }
    boolean places = table.header().stream().anyMatch(h -> h.toLowerCase(Locale.ROOT).matches("lat(itude)?|y_coord"));
    return places && countColumns(table, day, COUNTED).stream().noneMatch(c -> COUNT_NAME.matcher(key(table, c)).matches());
  }
}
