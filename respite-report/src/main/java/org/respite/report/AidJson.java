// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.respite.engine.answer.AidIn;
import org.respite.engine.answer.OptionLoads;
import org.respite.engine.answer.PeopleOut;

/** {@code aid}: trucks and tonnes of all goods together; person-days, share of need and hours needed of food, and of each class in {@code items}. */
record AidJson(Clock clock) {
  private record Slot(PeopleOut.Hour hour, double trucks) {}

  void write(Json json, AidIn aid) {
    Optional<AidIn.ItemIn> food = food(aid);
    json.number("lanes", aid.lanes())
        .number("working_hours", aid.workingHours())
        .spread("trucks", aid.trucks())
        .spread("tonnes", aid.tonnes())
        .spread("person_days", food.map(AidIn.ItemIn::personDays))
        .spread("share_of_need", food.map(AidIn.ItemIn::shareOfNeed))
        .spread("hours_needed", food.flatMap(AidIn.ItemIn::hoursNeeded))
        .rows("items", aid.items(), AidJson::item)
        .rows("by_hour", slots(aid), this::hour)
        .rows("arithmetic", aid.arithmetic(), AidJson::sum)
        .text("chain", aid.chain())
        .rows("gains", aid.gains(), PeopleJson::gain);
    new MovementJson(clock, aid.movement()).write(json);
    json.rows("options", aid.options(), AidJson::option);
  }

  /** The class of goods that the headline figures are about; empty if the case brings no food. */
  static Optional<AidIn.ItemIn> food(AidIn aid) {
    return aid.items().stream().filter(i -> i.purpose().equals("food")).findFirst();
  }

  private static void item(Json json, AidIn.ItemIn i) {
    json.text("id", i.id())
        .text("name", i.name())
        .text("purpose", i.purpose())
        .spread("need", i.need())
        .number("days", i.days())
        .spread("trucks", i.trucks())
        .spread("tonnes", i.tonnes())
        .spread("person_days", i.personDays())
        .spread("share_of_need", i.shareOfNeed())
        .spread("hours_needed", i.hoursNeeded())
        .text("base", i.base());
  }

  private static List<Slot> slots(AidIn aid) {
    return IntStream.range(0, aid.hours().size()).mapToObj(i -> new Slot(aid.hours().get(i), aid.byHour()[i])).toList();
  }

  private void hour(Json json, Slot s) {
    json.text("from", clock.iso(s.hour().from())).text("to", clock.iso(s.hour().to())).number("trucks", s.trucks());
  }

  private static void option(Json json, OptionLoads o) {
    json.text("option", o.option())
        .text("title", o.title())
        .number("lanes", o.lanes())
        .number("hours", o.hours())
        .number("trips", o.trips())
        .number("gap_share", o.gap())
        .rows("goods", o.goods(), (row, g) -> row.text("item", g.item()).number("tonnes", g.tonnes()).number("share_of_need", g.share()).number("days", g.days()))
        .text("words", o.words());
  }

  private static void sum(Json json, AidIn.Arithmetic a) {
    json.text("what", a.what())
        .number("working_hours", a.workingHours())
        .number("lanes", a.lanes())
        .number("hold_hours", a.hold())
        .number("trucks", a.trucks())
        .number("person_months", a.personMonths())
        .number("share", a.share())
        .text("inputs", a.inputs());
  }
}
