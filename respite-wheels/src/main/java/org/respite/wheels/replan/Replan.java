// SPDX-License-Identifier: Apache-2.0
package org.respite.wheels.replan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.respite.model.finding.Finding;
import org.respite.model.finding.Nearest;
import org.respite.wheels.problem.Calendar;
import org.respite.wheels.problem.Cargo;
import org.respite.wheels.problem.Fleet;
import org.respite.wheels.problem.Problem;
import org.respite.wheels.problem.Stage;
import org.respite.wheels.problem.TripType;
import org.respite.wheels.schedule.Schedule;
import org.respite.wheels.schedule.Scheduler;
import org.respite.wheels.schedule.Trip;

/**
 * The rest of the day, planned anew from what happened. Trips that are reported under way go on and keep their servers; trips that are done
 * count by what was counted, or by their manifest where nobody counted; vehicles of which nothing is reported are taken to stand where they
 * stood, and that is said.
 *
 * @param now from when it is planned
 * @param done trips delivered by now
 * @param underWay trips that had set out and not delivered
 * @param rest the new schedule
 * @param dropped by cargo, what the old plan would still have brought and the new one does not, largest first
 * @param notSent vehicles of the old plan that do not go any more
 * @param findings about the reports
 */
public record Replan(Instant now, int done, int underWay, Schedule rest, List<Dropped> dropped, List<String> notSent, List<Finding> findings) {
  /** In the cargo's unit. */
  public record Dropped(Cargo cargo, double planned, double arrived, double now) {
    public double lost() {
      return Math.max(0, planned - arrived - now);
    }
  }

  public static Replan of(Schedule plan, List<Actual> actuals, Instant now, Scheduler.Effort effort) {
    return new Work(plan, actuals, now).replan(effort);
  }

  private static final class Work {
    private final Schedule plan;
    private final Instant now;
    private final int second;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<Trip>> byVehicle = new HashMap<>();
    private final Map<Trip, List<Actual>> reports = new java.util.IdentityHashMap<>();
    private final double[] arrived;
    private final double[] coming;
    private final double[] used;
    private final Map<Integer, int[]> ready = new HashMap<>();
    private final List<Scheduler.Taken> taken = new ArrayList<>();
    private int done;
    private int underWay;

    Work(Schedule plan, List<Actual> actuals, Instant now) {
      this.plan = plan;
      this.now = now;
      this.second = Math.toIntExact(Math.clamp(Duration.between(plan.problem().begins(), now).toSeconds(), 0, Calendar.NEVER / 2));
      this.arrived = new double[plan.problem().cargo().size()];
      this.coming = new double[arrived.length];
      this.used = new double[arrived.length];
      for (Trip t : plan.trips()) byVehicle.computeIfAbsent(plan.vehicleName(t), _ -> new ArrayList<>()).add(t);
      for (int f = 0; f < plan.problem().fleets().size(); f++) ready.put(f, readyNow(f));
      for (Actual a : actuals) attach(a);
    }

    private int[] readyNow(int f) {
      Fleet fleet = plan.problem().fleets().get(f);
      int count = fleet.unlimited() ? (int) plan.trips().stream().filter(t -> t.type().fleet() == f).count() : fleet.count();
      int[] all = new int[count];
      for (int v = 0; v < count; v++) all[v] = Math.max(second, fleet.readyAt(v));
      return all;
    }

    private void attach(Actual a) {
      List<Trip> trips = byVehicle.getOrDefault(a.vehicle(), List.of());
      if (a.trip() < 1 || a.trip() > trips.size()) {
        String what = trips.isEmpty() ? "there is no vehicle `%s` in the plan.%s".formatted(a.vehicle(), Nearest.hint(a.vehicle(), byVehicle.keySet())) : "`%s` has %d trips in the plan, not %d".formatted(a.vehicle(), trips.size(), a.trip());
        findings.add(Finding.error("unknown-vehicle", a.at(), what, "the report cannot be placed", "use the names of the movement table"));
      } else if (a.time().isAfter(now)) {
        findings.add(Finding.error("reported-before-it-happened", a.at(), "`%s` is reported for %s, after now".formatted(a.vehicle(), a.time()), "it cannot have been seen yet", "correct `at`, or give a later --now"));
      } else {
        reports.computeIfAbsent(trips.get(a.trip() - 1), _ -> new ArrayList<>()).add(a);
      }
    }

    Replan replan(Scheduler.Effort effort) {
      for (Trip t : plan.trips()) trip(t, reports.getOrDefault(t, List.of()));
      Schedule rest = Scheduler.schedule(problem(), effort, taken);
      return new Replan(now, done, underWay, rest, dropped(rest), notSent(rest), findings);
    }

    private void trip(Trip t, List<Actual> told) {
      if (told.isEmpty()) {
        if (t.departs() < second) findings.add(Finding.warning("no-report", org.respite.model.finding.At.file("plan"), "nothing is reported of `%s`, planned to set out at %s".formatted(plan.vehicleName(t), plan.problem().at(t.departs())), "it is taken to stand where it stood", "report `departed` or `not-sent`"));
        return;
      }
      Actual last = told.stream().max(Comparator.comparing(Actual::time).thenComparing(Actual::event)).orElseThrow();
      int at = (int) Math.max(0, Duration.between(plan.problem().begins(), last.time()).toSeconds());
      switch (last.event()) {
        case NOT_SENT -> free(t, second);
        case CANCELLED -> free(t, Calendar.NEVER / 2);
        case TURNED_BACK -> free(t, Math.max(second, at + t.type().turnRound()));
        case DELIVERED, OUT -> delivered(t, told, last, at);
        case DEPARTED, INSPECTED, ARRIVED -> goesOn(t, last.event(), at);
      }
    }

    private void delivered(Trip t, List<Actual> told, Actual last, int at) {
      done++;
      double planned = t.load().stream().mapToDouble(Trip.Load::arrives).sum();
      double counted = told.stream().flatMap(a -> a.amount().stream()).reduce((_, b) -> b).orElse(planned);
      for (Trip.Load l : t.load()) count(l, arrived, planned == 0 ? 0 : counted / planned);
      int home = last.event() == Actual.Event.OUT ? at : at + tail(t, t.type().delivers() + 1);
      used(t, Math.max(second, home + t.type().turnRound()));
    }

    private void count(Trip.Load l, double[] to, double share) {
      to[l.cargo()] += l.arrives() * share;
      used[l.cargo()] += plan.problem().cargo().get(l.cargo()).uses(l.sent(), l.arrives() * share);
    }

    /** Its remaining stages are taken as early as they can be, from its last report. */
    private void goesOn(Trip t, Actual.Event event, int at) {
      underWay++;
      for (Trip.Load l : t.load()) count(l, coming, 1);
      int next = switch (event) {
        case INSPECTED -> after(t, Stage.Kind.INSPECTION);
        case ARRIVED -> t.type().delivers();
        default -> 0;
      };
      taken.add(new Scheduler.Taken(t.type(), next, event == Actual.Event.DEPARTED ? at : Math.max(at, 0)));
      used(t, Math.max(second, at + tail(t, next) + t.type().turnRound()));
    }

    private static int after(Trip t, Stage.Kind kind) {
      for (int i = 0; i < t.type().count(); i++) if (t.type().stages().get(i).kind() == kind) return i + 1;
      return 0;
    }

    private static int tail(Trip t, int from) {
      int sum = 0;
      for (int i = from; i < t.type().count(); i++) sum += t.type().stages().get(i).seconds();
      return sum;
    }

    private void free(Trip t, int at) {
      int[] all = ready.get(t.type().fleet());
      all[t.vehicle()] = Math.max(all[t.vehicle()], at);
    }

    /** A truck that goes once has gone. */
    private void used(Trip t, int at) {
      boolean again = !plan.problem().fleets().get(t.type().fleet()).unlimited() && plan.problem().fleets().get(t.type().fleet()).tripsEach() > 1;
      free(t, again ? at : Calendar.NEVER / 2);
    }

    private Problem problem() {
      Problem p = plan.problem();
      List<Cargo> left = new ArrayList<>();
      for (int i = 0; i < arrived.length; i++) left.add(p.cargo().get(i).withAmount(Math.max(0, p.cargo().get(i).amount() - used[i])));
      List<TripType> types = p.types().stream().map(t -> t.notBefore(second)).toList();
      List<Fleet> fleets = new ArrayList<>();
      for (int f = 0; f < p.fleets().size(); f++) fleets.add(p.fleets().get(f).with(ready.get(f)));
      return p.withCargo(left).withTypes(types).withFleets(fleets);
    }

    private List<Dropped> dropped(Schedule rest) {
      List<Dropped> all = new ArrayList<>();
      for (int i = 0; i < arrived.length; i++) all.add(new Dropped(plan.problem().cargo().get(i), plan.arrives(i), arrived[i] + coming[i], rest.arrives(i)));
      all.sort(Comparator.comparingDouble((Dropped d) -> -d.lost() * d.cargo().value()).thenComparing(d -> d.cargo().id()));
      return all;
    }

    private List<String> notSent(Schedule rest) {
      Set<String> goes = new HashSet<>(rest.trips().stream().map(rest::vehicleName).toList());
      return plan.trips().stream().filter(t -> !reports.containsKey(t)).map(plan::vehicleName).distinct().filter(v -> !goes.contains(v)).toList();
    }
  }
}
