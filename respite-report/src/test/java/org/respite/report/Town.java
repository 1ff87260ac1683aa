// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.respite.engine.answer.AidIn;
import org.respite.engine.answer.Assessment;
import org.respite.engine.answer.Bottleneck;
import org.respite.engine.answer.Consent;
import org.respite.engine.answer.Daylight;
import org.respite.engine.answer.Driver;
import org.respite.engine.answer.Gain;
import org.respite.engine.answer.GateRow;
import org.respite.engine.answer.Method;
import org.respite.engine.answer.NeedRow;
import org.respite.engine.answer.OptionLoads;
import org.respite.engine.answer.OptionRow;
import org.respite.engine.answer.PeopleOut;
import org.respite.engine.answer.Spread;
import org.respite.engine.answer.VerdictRow;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.register.Term;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.GateItem;
import org.respite.model.scenario.Purpose;
import org.respite.wheels.cases.AidWays;
import org.respite.wheels.cases.Opening;
import org.respite.wheels.cases.PeopleWays;
import org.respite.wheels.cases.Values;
import org.respite.wheels.movement.Movement;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.schedule.Scheduler;

/**
 * A made-up answer for the made-up town in {@code src/test/resources/town}: 900 people an hour over a bridge, from 08:20 to 14:00. The
 * figures are chosen, not computed; they agree with one another where a reader would add them up (5,100 out of 10,000, 4,900 left).
 */
final class Town {
  private static final Instant EIGHT = Instant.parse("2016-10-20T05:00:00Z");
  private static final Path FOLDER = Path.of("src/test/resources/town");
  private static final int MINUTES = 360;
  private static final int FIRST_OUT = 20;

  private Town() {}

  static Assessment assessment() {
    return assessment(read(FOLDER));
  }

  /** The same town with each {@code from} in its case.yaml replaced by {@code to}. */
  static Assessment assessment(Path scratch, String from, String to) {
    try {
      for (Path file : files()) Files.copy(file, scratch.resolve(file.getFileName().toString()));
      Path yaml = scratch.resolve("case.yaml");
      String text = Files.readString(yaml);
      if (!text.contains(from)) throw new IllegalArgumentException("nothing to replace (%s)".formatted(from));
      Files.writeString(yaml, text.replace(from, to));
      return assessment(read(scratch));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.toList();
    }
  }

  private static Case read(Path folder) {
    CaseFolder.Result result = CaseFolder.read(folder);
    return result.read().orElseThrow(() -> new IllegalStateException(result.findings().toString()));
  }

  private static Assessment assessment(Case town) {
    return new Assessment(
        town, town.options().getFirst(), options(town), people(town), Optional.of(aid(town)), needs(), consent(town), gate(), verdict(), drivers(),
        new Daylight(List.of(new Daylight.Day("2016-10-20", Instant.parse("2016-10-20T03:42:00Z"), Instant.parse("2016-10-20T14:49:00Z"))), 6, 6),
        new Method("0.1.0", 400, 20161020L),
        List.of(Finding.warning("populations-disagree", new At("case.yaml", 40), "the estimates span 8,000 to 15,000", "the range of every figure about people", "ask who counted last")),
        java.util.Optional.empty());
  }

  private static List<OptionRow> options(Case town) {
    return List.of(
        new OptionRow(
            town.options().get(0), town.getWindow("w6").intervals(), EIGHT, at(MINUTES), 6, people(2_270, 5_100, 10_200), share(0.227, 0.51, 0.92), Optional.of(share(1, 1, 1)),
            Optional.of(share(0.62, 0.9, 1))),
        new OptionRow(
            town.options().get(1), town.getWindow("w9").intervals(), EIGHT, at(540), 9, people(3_470, 7_800, 15_000), share(0.347, 0.78, 1), Optional.of(share(1, 1, 1)),
            Optional.of(share(1, 1, 1))));
  }

  private static PeopleOut people(Case town) {
    return new PeopleOut(
        people(8_000, 10_000, 15_000), people(2_270, 5_100, 10_200), share(0.227, 0.51, 0.92), would(), did(), plan(town),
        Optional.of(new PeopleOut.ClassOut("wounded", "wounded", Spread.exactly(40, "people"), Spread.exactly(40, "people"), share(1, 1, 1), Optional.of(at(52)), Optional.of(new Spread(0.9, 0.9, 1.1, "h")), bottleneck())),
        List.of(
            new PeopleOut.ClassOut("walkers", "walkers", people(6_400, 8_000, 12_000), people(2_270, 5_100, 10_200), share(0.28, 0.64, 1), Optional.empty(), Optional.of(new Spread(7.2, 9.2, 22, "h")), bottleneck()),
            new PeopleOut.ClassOut("slow", "slow walkers", people(1_600, 2_000, 3_000), people(1_600, 2_000, 3_000), share(1, 1, 1), Optional.of(at(200)), Optional.empty(), bottleneck())),
        List.of(new Gain("one more hour", 900, 4), new Gain("one more lane at search (The bridge)", 2_550, 0), new Gain("South Road open in these hours", 0, 0)),
        Optional.of(new Spread(7.5, 11.4, 31, "h")),
        vehicles(town));
  }

  private static PeopleOut.Would would() {
    List<PeopleOut.Would.Point> curve = IntStream.rangeClosed(0, 10).mapToObj(i -> new PeopleOut.Would.Point(i / 10.0, Math.min(5_100, 1_000L * i))).toList();
    return new PeopleOut.Would(false, Optional.empty(), curve);
  }

  private static List<PeopleOut.Did> did() {
    return List.of(
        new PeopleOut.Did("2016-10-20", "2016-10-20", 8, 10, "Town Radio", "North Road", "", "radio", "seen at the bridge"),
        new PeopleOut.Did("2016-10-20", "2016-10-20", -1, -1, "The Helpers", "", "wounded", "call", "said that some left, no number"));
  }

  private static PeopleOut.Plan plan(Case town) {
    long[] out = new long[MINUTES];
    for (int m = FIRST_OUT; m < MINUTES; m++) out[m] = 15L * (m + 1 - FIRST_OUT);
    List<PeopleOut.Hour> hours = IntStream.range(0, 6).mapToObj(h -> new PeopleOut.Hour(at(60 * h), at(60 * h + 60))).toList();
    return new PeopleOut.Plan(
        EIGHT, out, 10_000, 5_100, 5_100, true, hours,
        List.of(
            new PeopleOut.CorridorOut("north", "North Road", 5_100, new long[] {600, 900, 900, 900, 900, 900}, Optional.of(at(FIRST_OUT)), Optional.of(at(MINUTES)), "open in these windows"),
            new PeopleOut.CorridorOut("south", "South Road", 0, new long[6], Optional.empty(), Optional.empty(), "closed in these windows")),
        List.of(new PeopleOut.DistrictOut("old-town", "Old Town", "البلدة القديمة", 7_000, 2_100), new PeopleOut.DistrictOut("new-town", "New Town", "", 3_000, 3_000)),
        bottleneck(),
        new PeopleOut.Proof(true, 306_000, 306_000, "the flow and a cut that no plan can pass are both 5,100 people."));
  }

  private static Bottleneck bottleneck() {
    return new Bottleneck(
        "Search at The bridge, 15 people a minute, full from 08:20 to 14:00.",
        List.of(new Bottleneck.Part(Bottleneck.Kind.STAGE, "search-lane", "search at The bridge, 15 people a minute, full from 08:20 to 14:00", 5_100, 15)));
  }

  private static AidIn aid(Case town) {
    AidIn.ItemIn food =
        new AidIn.ItemIn(
            "food", "full ration", "food", new Spread(136, 170, 254, "t"), 30, new Spread(5, 7.7, 11, "trucks"), new Spread(98, 153, 220, "t"), new Spread(173_000, 271_000, 389_000, "person-days"),
            share(0.62, 0.9, 1), Optional.of(new Spread(4.1, 6.4, 8.2, "h")), "2,100 kcal a person and day");
    return new AidIn(
        1, 6, new Spread(5, 7.7, 11, "trucks"), new Spread(98, 153, 220, "t"), List.of(food), plan0Hours(), new double[] {0, 0, 1.7, 3, 3, 0},
        "Inspection binds: 3 trucks an hour pass it, 3.8 could be unloaded.",
        List.of(new AidIn.Arithmetic("rate x hours", 6, 1, 0, 22.8, 26_900, 1, "3.8 trucks/h (assumed), 20 t a truck (assumed), 0.565 kg a person and day (radio)")),
        List.of(new Gain("one more inspector", 0, 0.8)),
        trucks(town),
        List.of(new OptionLoads("six-hours", "Six hours", 1, 6, 7, 0, List.of(new OptionLoads.Goods("food", "full ration", 30, 140, 0.82)), "")));
  }

  /** A real plan of the town's trucks: what a report shows of it is too much to write by hand. */
  private static Movement trucks(Case town) {
    Problem middle = AidWays.problem(town, windows(town), 1, Values.MIDDLE);
    return Movement.of(new Movement.Question(middle, "person-days", Scheduler.Effort.QUICK, 0.95, 11), List.of(middle));
  }

  private static Movement vehicles(Case town) {
    Problem middle = PeopleWays.problem(town, windows(town), Values.MIDDLE);
    return Movement.of(new Movement.Question(middle, "people out", Scheduler.Effort.QUICK, 0.95, 11), List.of(middle));
  }

  private static List<Opening> windows(Case town) {
    return town.options().getFirst().windows().stream().flatMap(id -> town.getWindow(id).intervals().stream().map(i -> new Opening(id, i))).toList();
  }

  private static List<PeopleOut.Hour> plan0Hours() {
    return IntStream.range(0, 6).mapToObj(h -> new PeopleOut.Hour(at(60 * h), at(60 * h + 60))).toList();
  }

  private static List<NeedRow> needs() {
    return List.of(
        new NeedRow("The Helpers", "aid", "48 hours and two lanes for a month of food", OptionalDouble.of(48), OptionalDouble.of(2), 6, OptionalDouble.of(42), "radio"),
        new NeedRow("The Reds", "leave", "more time, no figure named", OptionalDouble.empty(), OptionalDouble.empty(), 6, OptionalDouble.empty(), "call"));
  }

  private static Consent consent(Case town) {
    List<Term> terms = Arrays.asList(Term.values());
    List<Consent.Row> rows = new ArrayList<>();
    for (var party : town.register().parties()) {
      rows.add(new Consent.Row(party.id(), party.name().en(), party.kind().mustConsent(), terms.stream().map(t -> cell(party.id(), t)).toList()));
    }
    return new Consent(terms, rows, List.of("The Reds have said nothing of the halt of fire, the hours or the corridors.", "The Blues have said nothing of people leaving, aid entering or medical evacuation."));
  }

  private static Consent.Cell cell(String party, Term term) {
    return switch (party + "/" + term) {
      case "blues/HALT", "blues/HOURS" -> new Consent.Cell(term, Consent.Status.AGREED, List.of("s1"), "agrees (capital), said 2016-10-18");
      case "reds/LEAVING" -> new Consent.Cell(term, Consent.Status.REFUSED, List.of("s2"), "refuses (unit), heard 2016-10-19");
      case "reds/AID" -> new Consent.Cell(term, Consent.Status.CONDITIONAL, List.of("s2"), "agrees if not searched twice (unit)");
      case "helpers/HOURS" -> new Consent.Cell(term, Consent.Status.DISPUTED, List.of("s3"), "says it is not good enough (capital)");
      case "blues/CORRIDORS" -> new Consent.Cell(term, Consent.Status.CONTRADICTED, List.of("s1", "s2"), "agrees (capital) and refuses (unit)");
      default -> new Consent.Cell(term, Consent.Status.NOT_STATED, List.of(), "not stated");
    };
  }

  private static List<GateRow> gate() {
    return Arrays.stream(GateItem.Kind.values())
        .map(
            k -> switch (k) {
              case MINES_CLEARED -> new GateRow(k, GateItem.Status.NOT_MET, "the south road is mined", "call");
              case NEUTRAL_EYES -> new GateRow(k, GateItem.Status.MET, "The Helpers stand at the bridge", "radio");
              default -> new GateRow(k, GateItem.Status.OPEN, "", "");
            })
        .toList();
  }

  private static List<VerdictRow> verdict() {
    return List.of(
        new VerdictRow(
            Purpose.LEAVE, "all", "all civilians", VerdictRow.Answer.NOT_ENOUGH, Optional.of(share(0.227, 0.51, 0.92)), Optional.of(new Spread(1.5, 5.4, 25, "h")),
            "The search at the bridge lets 15 people a minute pass. The Reds refuse people leaving."),
        new VerdictRow(Purpose.LEAVE, "slow", "slow walkers", VerdictRow.Answer.ENOUGH, Optional.of(share(1, 1, 1)), Optional.of(Spread.exactly(0, "h")), "All could be out by 11:20 if they went first."),
        new VerdictRow(Purpose.WOUNDED, "all", "wounded", VerdictRow.Answer.CANNOT_SAY, Optional.empty(), Optional.empty(), "Nobody stated how many beds the camp has."),
        new VerdictRow(Purpose.FOOD, "all", "all", VerdictRow.Answer.NOT_ENOUGH, Optional.of(share(0.62, 0.9, 0.996)), Optional.of(new Spread(0, 0.4, 2.2, "h")), "Inspection binds: 3 trucks an hour."));
  }

  private static List<Driver> drivers() {
    return List.of(
        new Driver("people who could leave", "people", "corridors.north.checkpoints.search.stages.search-lane.rate (and 1 more on the same assumption)", "200 to 900 people/h", 0.87, 3_100, 8_300, "assumed: nobody stated it", "case.yaml:74"),
        new Driver("people who could leave", "people", "people.inside.used", "8,000 to 15,000 people", 0.06, 5_000, 5_200, "assumed: between the two estimates", "case.yaml:40"),
        new Driver("share of food need", "share", "aid.chain.hold", "0 to 5 h", 0.55, 0.97, 0.7, "assumed: seen elsewhere", "case.yaml:103"));
  }

  private static Instant at(int minute) {
    return EIGHT.plusSeconds(60L * minute);
  }

  private static Spread people(double low, double mid, double high) {
    return new Spread(low, mid, high, "people");
  }

  private static Spread share(double low, double mid, double high) {
    return new Spread(low, mid, high, "share");
  }
}
