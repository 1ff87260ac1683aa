// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.time.OffsetDateTime;
import java.util.List;
import org.respite.wheels.movement.Reasons;
import org.respite.wheels.need.Needs;
import org.respite.wheels.service.HomeBy;
import org.respite.wheels.sheet.Receipts;
import org.respite.wheels.sheet.Requests;

/** Requests and needs, for a terminal and for programs. */
public final class TablesReport {
  private TablesReport() {}

  /** What a truck holds. */
  public record Truck(double tonnes, double m3) {}

  public static String requests(Requests r) {
    StringBuilder out = new StringBuilder("%s requests, %s t in all\n".formatted(Figures.exact(r.read().size()), Figures.significant(r.tonnes())));
    for (var q : r.read().stream().limit(SHOWN).toList()) out.append("  %s  %s  %s %s  %s t  %s > %s\n".formatted(q.at(), q.item(), Figures.written(q.quantity()), q.unit(), Figures.significant(q.tonnes()), q.from(), q.to()));
    if (r.read().size() > SHOWN) out.append("  ... %s more; --json has all\n".formatted(Figures.exact(r.read().size() - SHOWN)));
    return out.toString();
  }

  private static final int SHOWN = 40;

  public static String requestsJson(Requests r) {
    return Json.object(json -> json.text("format", "respite-requests/1")
        .number("tonnes", r.tonnes())
        .rows("requests", r.read(), TablesReport::request)
        .rows("findings", r.findings(), ReplanReport::finding));
  }

  private static void request(Json json, Requests.Request q) {
    json.text("at", q.at().toString()).textOrNull("code", q.code()).text("item", q.item()).number("quantity", q.quantity()).text("unit", q.unit()).number("tonnes", q.tonnes());
    if (q.volume().isPresent()) json.number("volume_m3", q.volume().get());
    else json.nothing("volume_m3");
    json.textOrNull("from", q.from()).textOrNull("to", q.to()).textOrNull("ready", q.ready().map(Object::toString).orElse(""));
  }

  public static String receipts(Receipts r) {
    StringBuilder out = new StringBuilder("%s lines, %s not counted at the far end\n".formatted(Figures.exact(r.lines()), Figures.exact(r.uncounted())));
    for (Receipts.Item i : r.items()) out.append("  %s: sent %s %s, received %s, removed %s; sent and not counted %s\n".formatted(i.item(), Figures.significant(i.sent()), i.unit(), Figures.significant(i.received()), Figures.significant(i.removed()), Figures.significant(i.sentUncounted())));
    return out.toString();
  }

  public static String receiptsJson(Receipts r) {
    return Json.object(json -> json.text("format", "respite-receipts/1")
        .number("lines", r.lines())
        .number("not_counted", r.uncounted())
        .rows("items", r.items(), (row, i) -> row.text("item", i.item()).text("unit", i.unit()).number("sent", i.sent()).number("received", i.received()).number("removed", i.removed()).number("sent_not_counted", i.sentUncounted()))
        .rows("findings", r.findings(), ReplanReport::finding));
  }

  public static String service(List<HomeBy.Result> results, OffsetDateTime opens) {
    StringBuilder out = new StringBuilder();
    for (HomeBy.Result r : results) {
      String leave = r.lastLeavesHome() < 0 ? "cannot be there and back in time" : "leaves home by %s at the latest".formatted(opens.plusSeconds(r.lastLeavesHome()).toLocalTime());
      out.append("%s: %s of %s served; walks %s, %s\n".formatted(r.group().name(), Figures.exact(r.served()), Figures.exact(r.group().people()), Reasons.clock(r.firstThere()), leave));
    }
    return out.toString();
  }

  public static String serviceJson(List<HomeBy.Result> results, OffsetDateTime opens) {
    return Json.object(json -> json.text("format", "respite-service/1").rows("groups", results, (row, r) -> {
      row.text("group", r.group().name()).number("people", r.group().people()).number("served", r.served()).text("first_there", opens.plusSeconds(r.firstThere()).toString());
      time(row, "last_leaves_home", r.lastLeavesHome(), opens);
      time(row, "last_service_begins", r.lastServed(), opens);
    }));
  }

  private static void time(Json json, String key, int second, OffsetDateTime opens) {
    if (second < 0) json.nothing(key);
    else json.text(key, opens.plusSeconds(second).toString());
  }

  public static String needs(List<Needs.Total> totals, Truck truck) {
    StringBuilder out = new StringBuilder();
    for (Needs.Total t : totals) {
      out.append("%s: %s t (%s to %s), %s m3, %s trucks\n    base: %s %s a person and day, %s people, %s days; %s\n    source: %s\n".formatted(
          t.base().name(), Figures.significant(t.tonnes()), Figures.significant(t.low()), Figures.significant(t.high()), Figures.significant(t.m3()), Figures.exact((long) t.trucks(truck.tonnes(), truck.m3())),
          Figures.written(t.base().perDay()), t.base().unit(), Figures.written(t.people()), Figures.written(t.days()), t.base().basis(), t.base().source()));
    }
    return out.toString();
  }

  public static String needsJson(List<Needs.Total> totals, Truck truck) {
    return Json.object(json -> json.text("format", "respite-needs/1").rows("needs", totals, (row, t) -> need(row, t, truck)));
  }

  private static void need(Json json, Needs.Total t, Truck truck) {
    json.text("profile", t.base().profile())
        .text("item", t.base().item())
        .text("name", t.base().name())
        .number("people", t.people())
        .number("days", t.days())
        .number("per_person_day", t.base().perDay())
        .text("unit", t.base().unit())
        .number("tonnes", t.tonnes())
        .number("tonnes_low", t.low())
        .number("tonnes_high", t.high())
        .number("volume_m3", t.m3())
        .number("trucks", t.trucks(truck.tonnes(), truck.m3()))
        .text("base", t.base().basis())
        .text("source", t.base().source());
  }
}
