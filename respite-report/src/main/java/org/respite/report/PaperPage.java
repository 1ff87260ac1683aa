// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.respite.wheels.closing.Refuge;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.schedule.Trip;

/** What the papers of a movement plan ask for. */
record PaperPage(String caseTitle, String optionTitle, String version, MovementPage p, Map<Trip, Integer> convoys) {
  Content css() {
    return StyleSheet.CONTENT;
  }

  String zone() {
    return p.clock().zone().getId();
  }

  /** The sheet's size, and each card on its own sheet. */
  Content pageRule(String size) {
    return out -> out.writeContent("@page { size: %s; margin: 10mm; } .sheet { break-after: page; } body.paper { max-width: none; } .paper p { max-width: none; } .paper figure, .paper .drawing { max-width: none; width: 100%%; }\n".formatted(size));
  }

  List<Trip> trips() {
    return p.m().schedule().trips();
  }

  int convoy(Trip t) {
    return convoys.get(t);
  }

  String stages(Trip t) {
    return IntStream.range(0, t.type().count())
        .mapToObj(i -> "%s %s–%s".formatted(t.type().stages().get(i).kind().words(), p.time(t.start(i)), p.time(t.end(i))))
        .collect(Collectors.joining(" · "));
  }

  /** The last moment at which it may set out. */
  String turnBack(Trip t) {
    return limit(t, t.type().heldAt());
  }

  /** Nothing for what is done out of the area, at whatever hour. */
  String limit(Trip t, int stage) {
    int latest = t.type().lastStarts()[stage];
    return latest > p.problem().closes().get(t.type().window()) ? "–" : p.when(latest);
  }

  /** What is nearest along its way, by stage of road. */
  String refuge(Trip t) {
    return p.m().turnBack().stream()
        .filter(b -> b.convoy() == convoy(t) && b.type().stages().get(b.stage()).kind().inside())
        .map(b -> "%s: %s".formatted(p.stage(b.type().stages().get(b.stage())), p.refuge(b.refuge())))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  /** The same in Arabic, by stage inside. */
  String arabicRefuge(Trip t) {
    return p.m().turnBack().stream()
        .filter(b -> b.convoy() == convoy(t) && b.type().stages().get(b.stage()).kind().inside())
        .map(b -> "%s (%s): %s".formatted(arabic(b.type().stages().get(b.stage()).kind()), p.arabicPlace(b.type().stages().get(b.stage()).where()), arabic(b.refuge())))
        .distinct()
        .collect(Collectors.joining("؛ "));
  }

  private String arabic(Refuge r) {
    String place = p.arabicPlace(r.arabic());
    return switch (r.kind()) {
      case OUTSIDE -> "أنت في الخارج";
      case BACK_OUT -> "ارجع إلى الخارج";
      case ON_OUT -> "تابع إلى خارج المنطقة";
      case AT -> "ابق في " + place;
      case ON_TO -> "تابع إلى " + place;
      case BACK_TO -> "ارجع إلى " + place;
      case STATED -> "الملجأ " + place;
    };
  }

  Cargo cargo(Trip.Load l) {
    return p.problem().cargo().get(l.cargo());
  }

  String volume(Trip.Load l) {
    double m3 = l.sent() * cargo(l).volume();
    return m3 == 0 ? "" : Figures.significant(m3);
  }

  List<String> sites() {
    return trips().stream().map(t -> t.type().site()).distinct().sorted().toList();
  }

  List<Trip> tripsTo(String site) {
    return trips().stream().filter(t -> t.type().site().equals(site)).toList();
  }

  String arabicHead(Trip t) {
    return "المركبة %s · القافلة %d".formatted(p.vehicle(t), convoy(t));
  }

  String arabic(Stage.Kind kind) {
    return switch (kind) {
      case ASSEMBLY -> "التجمع";
      case INSPECTION -> "التفتيش";
      case ROAD_IN -> "الطريق إلى الداخل";
      case BOARDING -> "صعود الركاب";
      case STRETCHERS -> "تحميل النقالات";
      case SCREENING -> "التدقيق";
      case UNLOADING -> "التفريغ";
      case ROAD_OUT -> "طريق الخروج";
      case SET_DOWN -> "إنزال الركاب";
      case DRIVE_ON -> "الطريق إلى المستشفى";
      case HOSPITAL -> "استقبال المستشفى";
    };
  }
}
