// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.ArrayList;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Spread;
import org.respite.engine.answer.VehicleStreets;
import org.respite.engine.answer.VehicleStreets.Leg;
import org.respite.engine.answer.VehicleStreets.Loaded;
import org.respite.engine.answer.VehicleStreets.Way;
import org.respite.model.register.Name;

/** Where vehicles drive inside, in words: for the page, the terminal and JSON alike. */
final class VehicleWords {
  private final VehicleStreets vehicles;
  private final Map<String, Name> names;
  private final Clock clock;

  private VehicleWords(Assessment a, VehicleStreets vehicles) {
    this.vehicles = vehicles;
    this.names = a.theCase().geography().gazetteer();
    this.clock = new Clock(a.theCase().theatre().zone());
  }

  /** Empty on a sketch, and where the case has no vehicles. */
  static Optional<VehicleWords> of(Assessment a) {
    return a.streets().flatMap(s -> s.vehicles()).filter(v -> !v.legs().isEmpty()).map(v -> new VehicleWords(a, v));
  }

  /** What the plan drives, or would if there were a way. */
  List<Leg> driven() {
    return vehicles.legs().stream().filter(l -> l.scheduled() || l.named() && !l.why().isEmpty()).toList();
  }

  String who(Leg l) {
    return "%s, %s to %s%s".formatted(l.name(), name(l.gate()), name(l.place()), l.named() ? "" : " (no place is named: the district in the middle by driving time, assumed)");
  }

  String way(Leg l) {
    if (l.in().isEmpty()) return "no way: " + l.why();
    Way in = l.in().get();
    String back = l.out().map(o -> "back %.1f km in %s".formatted(o.km(), minutes(o.minutes()))).orElse(l.why().isEmpty() ? "no way back is needed" : l.why());
    return "%.1f km in %s, %s; at most %s vehicles an hour by its narrowest street".formatted(in.km(), minutes(in.minutes()), back, Figures.significant(Math.floor(in.perHour())));
  }

  private static String minutes(Spread s) {
    return Math.round(s.low()) == Math.round(s.high()) ? "%d min".formatted(Math.round(s.mid())) : "%d min (%d to %d)".formatted(Math.round(s.mid()), Math.round(s.low()), Math.round(s.high()));
  }

  /** Streets in the order driven; at most so many, the longest, where they are more. */
  String by(Leg l, int most) {
    List<VehicleStreets.Stretch> all = l.in().map(Way::by).orElse(List.of());
    double least = all.stream().map(VehicleStreets.Stretch::metres).sorted(Comparator.reverseOrder()).skip(Math.min(all.size(), most) - 1L < 0 ? 0 : Math.min(all.size(), most) - 1L).findFirst().orElse(0.0);
    List<String> told = all.stream().filter(s -> s.metres() >= least).limit(most).map(s -> "%s %,.0f m".formatted(s.street(), s.metres())).toList();
    if (told.isEmpty()) return "";
    return "By " + String.join(", ", told) + (all.size() > told.size() ? ", and %d shorter stretches".formatted(all.size() - told.size()) : "");
  }

  /** What nobody tagged, of one way. */
  String untold(Leg l) {
    Way w = l.in().orElseThrow();
    String bridges = w.bridges() == 0 ? "" : "; %s on it whose load nobody tagged".formatted(Figures.counted(w.bridges(), "bridge"));
    return "%s; held against %s; %s %% of its length rests on defaults of the class%s.".formatted(l.kind(), l.size(), Figures.percent(w.onDefaults()), bridges);
  }

  /** Ways to districts of vehicles that the plan sends nowhere by name, one line a class of vehicle. */
  List<String> elsewhere() {
    Map<String, List<Leg>> groups = new LinkedHashMap<>();
    for (Leg l : vehicles.legs()) if (!l.named()) groups.computeIfAbsent(l.vehicles() + l.corridor(), _ -> new ArrayList<>()).add(l);
    return groups.values().stream().map(this::districts).toList();
  }

  private String districts(List<Leg> legs) {
    List<Leg> reached = legs.stream().filter(l -> l.why().isEmpty()).sorted(Comparator.comparingDouble(l -> l.in().orElseThrow().minutes().mid())).toList();
    String whom = "%s (%s) from %s".formatted(legs.getFirst().name(), legs.getFirst().size(), name(legs.getFirst().gate()));
    String missed = legs.stream().filter(l -> !l.why().isEmpty()).map(l -> name(l.place())).collect(Collectors.joining(", "));
    if (reached.isEmpty()) return "%s: reaches none of %d districts: %s.".formatted(whom, legs.size(), legs.getFirst().why());
    Leg near = reached.getFirst();
    Leg middle = reached.get(reached.size() / 2);
    Leg far = reached.getLast();
    return "%s: reaches %d of %d districts, %s in %s, %s in %s, %s in %s%s.".formatted(
        whom, reached.size(), legs.size(), name(near.place()), minutes(near.in().orElseThrow().minutes()), name(middle.place()), minutes(middle.in().orElseThrow().minutes()), name(far.place()), minutes(far.in().orElseThrow().minutes()),
        missed.isEmpty() ? "" : "; not " + missed);
  }

  /** The fullest streets, worst first. */
  List<String> loads() {
    return vehicles.busiest().stream().map(this::load).toList();
  }

  boolean anyOverloaded() {
    return !vehicles.overloaded().isEmpty();
  }

  private String load(Loaded l) {
    String over = l.isOver() ? "TOO MUCH: " : "";
    String people = l.people() < 0.5 ? "" : " and %s people on foot (%s %% of it)".formatted(Figures.significant(Math.round(l.people())), Figures.percent(l.peopleShare()));
    String relief = l.relief().map(r -> " " + words(r, l)).orElse("");
    return "%s%s, %s: %s%s, %s %% of what it takes in an hour.%s".formatted(over, l.street(), clock.interval(l.from(), l.from().plusSeconds(3_600)), Figures.counted(l.vehicles(), "vehicle"), people, Figures.percent(l.share()), relief);
  }

  private String words(VehicleStreets.Relief r, Loaded l) {
    if (r.fewer() == 0) return "The people alone are too many for it: no vehicle gets through them.";
    String fewer = "%d of the %s fewer would do".formatted(r.fewer(), Figures.counted(l.vehicles(), "vehicle"));
    return r.hour().map(h -> "%s; it has room for them %s.".formatted(fewer, clock.interval(h, h.plusSeconds(3_600)))).orElse(fewer + "; no other hour of the windows has room for them.");
  }

  String basis() {
    String share = driven().stream().anyMatch(Leg::scheduled) ? "%s %% of the length driven rests on defaults of the class of street (no lanes, width, surface or limit tagged). ".formatted(Figures.percent(vehicles.onDefaults())) : "";
    return share + VehicleStreets.RULE + " A street that war shuts in part of the windows is shut to vehicles in all of them; nobody turns on the spot but at a place. Where no limit of weight or height is tagged none is known.";
  }

  private String name(String id) {
    Name n = names.get(id);
    return n == null ? id : n.en();
  }

  /** As an object of JSON. */
  static void write(Json json, VehicleStreets v) {
    json.text("rule", VehicleStreets.RULE)
        .number("on_defaults_share", v.onDefaults())
        .rows("legs", v.legs(), VehicleWords::leg)
        .rows("busiest", v.busiest(), (j, l) -> j.text("street", l.street()).number("way", l.osmWay()).text("from", l.from().toString()).number("vehicles", l.vehicles()).number("cars_per_hour", l.perHour()).number("people", l.people()).number("people_share", l.peopleShare()).number("share", l.share()).flag("overloaded", l.isOver())
            .objectOrNull("relief", l.relief(), (k, r) -> k.number("fewer_vehicles", r.fewer()).textOrNull("hour_with_room", r.hour().map(Instant::toString).orElse(""))));
  }

  private static void leg(Json json, Leg l) {
    json.text("vehicles", l.vehicles()).text("kind", l.kind()).text("size", l.size()).text("corridor", l.corridor()).text("gate", l.gate()).text("place", l.place()).flag("place_named", l.named()).flag("scheduled", l.scheduled())
        .flag("reached", l.why().isEmpty()).textOrNull("why_not", l.why())
        .objectOrNull("in", l.in(), VehicleWords::way)
        .objectOrNull("out", l.out(), VehicleWords::way);
  }

  private static void way(Json json, Way w) {
    json.number("km", w.km()).spread("minutes", w.minutes()).number("on_defaults_share", w.onDefaults()).number("bridges_without_limit", w.bridges()).number("vehicles_per_hour", w.perHour())
        .rows("by", w.by(), (j, s) -> j.text("street", s.street()).number("way", s.osmWay()).number("metres", s.metres()));
  }
}
