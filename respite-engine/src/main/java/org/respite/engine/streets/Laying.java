// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.streets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.respite.engine.world.Timeline;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.quantity.Unit;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Corridor;
import org.respite.model.scenario.Position;
import org.respite.model.scenario.Site;
import org.respite.roads.network.StreetNetwork;

/** Lays a case on streets, step by step, with everything that a planner has to know about it as findings. */
final class Laying {
  /** A gate farther than this from any street is said to be; farther than {@link #LOST_M} it is an error. */
  static final double FAR_M = 250;

  static final double LOST_M = 2_000;

  /** People on a loose piece of street are taken to cross at most this much open ground to the next street. */
  private static final double JOINED_M = 100;

  /** A piece with this part of all street length stands by itself; smaller ones are loose. */
  private static final double OWN_PIECE = 0.05;

  /** Without a drawn area: how far beyond districts and gates streets may be walked. */
  private static final double AROUND_M = 500;

  private final Case theCase;
  private final StreetNetwork network;
  private final StreetPlan.Over over;
  private final List<Finding> findings = new ArrayList<>();

  Laying(Case theCase, StreetNetwork network, StreetPlan.Over over) {
    this.theCase = theCase;
    this.network = network;
    this.over = over;
  }

  StreetPlan.Result lay() {
    Optional<StreetPlan> plan = overlaps() ? plan() : Optional.empty();
    List<Finding> all = findings.stream().sorted(Finding.WORST_FIRST).toList();
    return new StreetPlan.Result(Finding.anyError(all) ? Optional.empty() : plan, all);
  }

  private At file() {
    return At.file(network.provenance().source());
  }

  private boolean overlaps() {
    int[] b = network.bounds().orElse(null);
    var t = theCase.theatre();
    if (b != null && b[0] <= t.east() * 1e7 && b[2] >= t.west() * 1e7 && b[1] <= t.north() * 1e7 && b[3] >= t.south() * 1e7) return true;
    String where = b == null ? "the file holds no streets" : "the streets lie at %.2f to %.2f east, %.2f to %.2f north".formatted(b[0] / 1e7, b[2] / 1e7, b[1] / 1e7, b[3] / 1e7);
    findings.add(Finding.error("streets-of-elsewhere", file(), where,
        "the case plays at %.2f to %.2f east, %.2f to %.2f north: nothing would lie on a street".formatted(t.west(), t.east(), t.south(), t.north()), "give the street file of %s".formatted(t.name().en())));
    return false;
  }

  private Optional<StreetPlan> plan() {
    boolean[] inside = inside();
    StreetGraph mapped = StreetGraph.of(network, inside, List.of());
    if (mapped.links() == 0) {
      findings.add(Finding.error("no-street-inside", file(), "no street lies in the case's area", "nobody could move", "give a street file that covers %s, or correct the area".formatted(theCase.theatre().name().en())));
      return Optional.empty();
    }
    StreetGraph graph = StreetGraph.of(network, inside, joins(mapped));
    Places places = new Places(network, graph);
    Pieces pieces = new Pieces(graph);
    List<String> entries = theCase.geography().corridors().stream().filter(c -> c.direction() != Corridor.Direction.IN).map(c -> c.legs().getFirst().from()).distinct().toList();
    int[] node = new int[entries.size()];
    int[] mm = new int[entries.size()];
    for (int e = 0; e < node.length; e++) snap(e, theCase.geography().getSite(entries.get(e)), new Ground(graph, places, pieces), node, mm);
    Homes homes = homes(graph, places);
    War war = WarLaying.over(theCase, over.war(), network, graph, findings);
    WarLaying.tellIdle(over.war(), theCase.options().stream().map(o -> Timeline.of(theCase, o)).toList(), findings);
    if (Finding.anyError(findings)) return Optional.empty();
    tellCutOff(homes, pieces, places, node);
    return Optional.of(new StreetPlan(network, graph, places, homes, war, new StreetPlan.Gates(entries, node, mm), over.table()));
  }

  private record Ground(StreetGraph graph, Places places, Pieces pieces) {
    /** Whether the node's piece is large enough to lead anywhere. */
    boolean leads(int node) {
      return pieces.lengthMm(node) >= OWN_PIECE * pieces.totalMm();
    }
  }

  /** Nodes of the case's ground: inside its outline, or near its places where none is drawn. */
  private boolean[] inside() {
    Area area = theCase.geography().streets().outline().isEmpty() ? around() : Area.inside(theCase.geography().streets().outline());
    boolean[] inside = new boolean[network.nodes()];
    for (int v = 0; v < inside.length; v++) inside[v] = area.contains(network.position(v));
    return inside;
  }

  private Area around() {
    List<Position> core = theCase.geography().sites().stream().filter(s -> s.kind() != Site.Kind.DESTINATION).map(Site::position).toList();
    double west = core.stream().mapToDouble(Position::lon).min().orElse(0);
    double east = core.stream().mapToDouble(Position::lon).max().orElse(0);
    double south = core.stream().mapToDouble(Position::lat).min().orElse(0);
    double north = core.stream().mapToDouble(Position::lat).max().orElse(0);
    double lat = AROUND_M / 111_195;
    double lon = lat / Math.cos(Math.toRadians((south + north) / 2));
    findings.add(Finding.warning("no-area", At.file("case.yaml"), "no outline of the area is drawn",
        "every street up to %.0f m around the districts and gates is taken as open to people, on both sides of any front line".formatted(AROUND_M), "draw it in a GeoJSON file and name it in `streets.area`"));
    return p -> p.lon() >= west - lon && p.lon() <= east + lon && p.lat() >= south - lat && p.lat() <= north + lat;
  }

  /** One join for each loose piece that lies near a street of a piece that leads somewhere. */
  private List<StreetGraph.Join> joins(StreetGraph graph) {
    Ground ground = new Ground(graph, new Places(network, graph), new Pieces(graph));
    Map<Integer, StreetGraph.Join> nearest = new HashMap<>();
    for (int v = 0; v < graph.nodes(); v++) {
      if (ground.leads(v)) continue;
      int w = ground.places.nearest(v, ground::leads);
      if (w < 0) continue;
      int mm = (int) (ground.places.metres(v, w) * 1_000);
      StreetGraph.Join join = new StreetGraph.Join(graph.networkNode(v), graph.networkNode(w), mm);
      if (mm <= JOINED_M * 1_000) nearest.merge(ground.pieces.of(v), join, (a, b) -> b.lengthMm() < a.lengthMm() ? b : a);
    }
    if (!nearest.isEmpty()) {
      int longest = nearest.values().stream().mapToInt(StreetGraph.Join::lengthMm).max().orElse(0);
      findings.add(Finding.warning("pieces-joined", file(), "%,d loose pieces of street end up to %,.0f m from the rest".formatted(nearest.size(), longest / 1_000.0),
          "people there are taken to walk across the gap", "look at the gaps in the map; a wall there must be drawn as blocked"));
    }
    return nearest.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(Map.Entry::getValue).toList();
  }

  private void snap(int e, Site site, Ground ground, int[] node, int[] mm) {
    int v = ground.places.nearest(site.position(), ground::leads);
    if (v < 0) v = ground.places.nearest(site.position(), _ -> true);
    double metres = ground.places.metres(v, site.position());
    node[e] = v;
    mm[e] = (int) Math.min(Integer.MAX_VALUE, metres * 1_000);
    if (metres <= FAR_M) return;
    String what = "`%s` lies %,.0f m from the nearest street inside the area".formatted(site.id(), metres);
    if (metres > LOST_M) {
      findings.add(Finding.error("gate-off-streets", site.at(), what, "no street leads there; a straight walk of that length would be an invention", "correct the place, widen the area, or give a street file that covers it"));
    } else {
      findings.add(Finding.warning("gate-off-streets", site.at(), what, "people are taken to walk there straight across open ground", "correct the place or the area if a street leads there"));
    }
  }

  /** By street length, half of every walkable link at each of its ends, or by the raster; at the nearest district. */
  private Homes homes(StreetGraph graph, Places places) {
    double[] weight = new double[graph.nodes()];
    for (int l = 0; l < graph.links(); l++) {
      if (graph.networkLink(l) == StreetGraph.NOT_MAPPED || !graph.walkable(l)) continue;
      weight[graph.from(l)] += graph.lengthMm(l) / 2.0;
      weight[graph.to(l)] += graph.lengthMm(l) / 2.0;
    }
    weight = byRaster(places, weight);
    List<Site> districts = theCase.geography().districts();
    int[] of = new int[graph.nodes()];
    double[] reach = reach(districts);
    for (int v = 0; v < of.length; v++) of[v] = nearestDistrict(places.position(v), districts, reach);
    boolean[] settled = new boolean[districts.size()];
    for (int v = 0; v < of.length; v++) if (of[v] >= 0 && weight[v] > 0) settled[of[v]] = true;
    for (int d = 0; d < settled.length; d++) if (!settled[d]) settle(d, districts.get(d), places, of, weight);
    return new Homes(districts.size(), of, weight);
  }

  /** The weights by the raster, where one is given and knows anybody here. */
  private double[] byRaster(Places places, double[] byLength) {
    if (over.people().isEmpty()) return byLength;
    Optional<PeopleRaster> raster = PeopleRaster.read(over.people().get(), findings);
    if (raster.isEmpty()) return byLength;
    double[] spread = raster.get().spread(places, byLength);
    if (Arrays.stream(spread).sum() > 0) return spread;
    findings.add(Finding.error("raster-of-elsewhere", At.file(over.people().get().getFileName().toString()), "the raster knows of nobody along the case's streets", "nobody would live anywhere", "give a raster of %s, in degrees".formatted(theCase.theatre().name().en())));
    return byLength;
  }

  /** Metres from each district's centre within which its people live: no limit inside a drawn area, else as far as the next centre. */
  private double[] reach(List<Site> districts) {
    double[] reach = new double[districts.size()];
    Arrays.fill(reach, Double.POSITIVE_INFINITY);
    if (!theCase.geography().streets().outline().isEmpty()) return reach;
    for (int d = 0; d < reach.length; d++) {
      Site site = districts.get(d);
      double next = districts.stream().filter(o -> !o.id().equals(site.id())).mapToDouble(o -> o.position().metresTo(site.position())).min().orElse(1_000);
      reach[d] = Math.clamp(next, 300, 1_500);
    }
    return reach;
  }

  private static int nearestDistrict(Position p, List<Site> districts, double[] reach) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int d = 0; d < districts.size(); d++) {
      double metres = districts.get(d).position().metresTo(p);
      if (metres >= least || metres > reach[d]) continue;
      least = metres;
      best = d;
    }
    return best;
  }

  private void settle(int d, Site site, Places places, int[] of, double[] weight) {
    int v = places.nearest(site.position(), n -> weight[n] == 0 || of[n] < 0);
    if (v < 0) v = places.nearest(site.position(), _ -> true);
    double people = site.people().map(q -> q.midIn(Unit.PEOPLE)).orElse(0.0);
    findings.add(Finding.warning("district-without-street", site.at(), "no street is nearer to `%s` than to another district".formatted(site.id()),
        "its %,.0f people are put at the next street node, %,.0f m from its centre".formatted(people, places.metres(v, site.position())), "draw the district's place where its streets are"));
    of[v] = d;
    weight[v] = Math.max(weight[v], 1);
  }

  /** Says where people live from whom no way leads to any gate. */
  private void tellCutOff(Homes homes, Pieces pieces, Places places, int[] gates) {
    Map<Integer, Double> people = new HashMap<>();
    for (int d = 0; d < homes.districts(); d++) {
      double all = theCase.geography().districts().get(d).people().map(q -> q.midIn(Unit.PEOPLE)).orElse(0.0);
      for (int v : homes.of(d)) {
        int piece = pieces.of(v);
        if (Arrays.stream(gates).noneMatch(g -> pieces.of(g) == piece)) people.merge(piece, all * homes.share(v), Double::sum);
      }
    }
    people.entrySet().stream().filter(p -> p.getValue() >= 0.5).sorted(Map.Entry.<Integer, Double>comparingByValue().reversed()).forEach(p -> {
      Position at = places.position(p.getKey());
      findings.add(Finding.warning("cut-off-piece", file(), "%,.0f people live on %,.1f km of street that no street joins to a gate, about %.5f east, %.5f north".formatted(p.getValue(), pieces.lengthMm(p.getKey()) / 1e6, at.lon(), at.lat()),
          "none of them can leave", "mend the gap in the street file, or let it stand if that is so"));
    });
  }
}
