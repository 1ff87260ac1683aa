// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.respite.model.finding.Finding;
import org.respite.roads.network.Attribute;
import org.respite.roads.network.RoadUser;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.network.Surface;
import org.respite.roads.network.Trait;

/** Who may move where, by the tags of one street from A to B. f foot, s slow, c car, b bus, t truck. */
class StreetTagsTest {
  private static final String ENDS = "node A 0 0\nnode B 1 0\n";

  private static StreetNetwork street(String tags) {
    return OsmText.network(ENDS + "way 10 A-B " + tags);
  }

  private static String users(int mask) {
    StringBuilder users = new StringBuilder();
    for (RoadUser user : RoadUser.values()) if ((mask & user.bit()) != 0) users.append(user.word().charAt(0));
    return users.toString();
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      highway=residential,                                          fscbt, fscbt
      highway=motorway,                                             cbt,   ''
      highway=steps,                                                f,     f
      highway=steps ramp:wheelchair=yes,                            fs,    fs
      highway=steps foot=yes,                                       f,     f
      highway=footway wheelchair=no,                                f,     f
      highway=pedestrian,                                           fs,    fs
      highway=busway,                                               b,     b
      highway=track,                                                fsct,  fsct
      highway=track tracktype=grade5,                               fs,    fs
      highway=residential access=no,                                '',    ''
      highway=residential access=no foot=yes,                       fs,    fs
      highway=residential access=private motor_vehicle=destination, cbt,   cbt
      highway=residential vehicle=no bus=yes,                       fsb,   fsb
      highway=residential access=psv,                               b,     b
      highway=residential motor_vehicle=agricultural;forestry,      fs,    fs
      highway=residential hgv=no,                                   fscb,  fscb
      highway=footway access=permissive,                            fs,    fs
      highway=pedestrian motor_vehicle=delivery,                    fscbt, fscbt
      highway=steps motor_vehicle=yes,                              f,     f
      highway=trunk motorroad=yes,                                  cbt,   cbt
      highway=trunk motorroad=yes foot=yes,                         fscbt, fscbt
      highway=residential oneway=yes,                               fscbt, fs
      highway=residential oneway=-1,                                fs,    fscbt
      highway=residential oneway=yes oneway:bus=no,                 fscbt, fsb
      highway=primary junction=roundabout,                          fscbt, fs
      highway=residential vehicle:backward=agricultural,            fscbt, fs
      highway=residential oneway:foot=yes,                          fscbt, cbt
      highway=steps oneway=yes,                                     f,     ''
      highway=steps conveying=backward,                             '',    f
      highway=footway foot:backward=no,                             fs,    ''
      """)
  void accessAndOneway(String tags, String forward, String backward) {
    if (forward.isEmpty() && backward.isEmpty()) {
      StreetNetwork closed = street(tags);
      assertThat(closed.users(0) | closed.users(1)).isZero();
      return;
    }
    StreetNetwork n = street(tags);
    assertThat(users(n.users(0))).as("forward").isEqualTo(forward);
    assertThat(users(n.users(1))).as("backward").isEqualTo(backward);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      gate,                  fscbt
      bollard,               fs
      bus_trap,              fsb
      kissing_gate,          f
      kissing_gate wheelchair=yes, fs
      wall,                  ''
      gate access=private,   ''
      gate locked=yes,       fs
      bollard motor_vehicle=yes, fscbt
      """)
  void barriers(String barrier, String users) {
    StreetNetwork n = OsmText.network("node A 0 0\nnode B 1 0 barrier=%s\nnode C 2 0\nway 10 A-B-C highway=residential".formatted(barrier));
    int b = n.nodes() == 3 ? OsmText.node(n, 'B') : -1;
    assertThat(b < 0 ? "fscbt" : users(n.usersThrough(b))).isEqualTo(users);
  }

  @Test
  void lanesAreSplitBetweenDirectionsAndASingleOneIsShared() {
    assertThat(lanes("lanes=4")).containsExactly(2, 2);
    assertThat(lanes("lanes=3")).containsExactly(1, 1);
    assertThat(lanes("lanes=3 lanes:forward=2 lanes:backward=1")).containsExactly(2, 1);
    assertThat(lanes("lanes=3 oneway=yes")).containsExactly(3, 0);
    assertThat(lanes("lanes=1")).containsExactly(1, 1);
    assertThat(street("highway=tertiary lanes=1").has(0, Trait.ONE_LANE_BOTH_WAYS)).isTrue();
    assertThat(street("highway=tertiary lanes=1 oneway=yes").has(0, Trait.ONE_LANE_BOTH_WAYS)).isFalse();
  }

  private static List<Integer> lanes(String tags) {
    StreetNetwork n = street("highway=tertiary " + tags);
    return List.of(n.lanesTagged(0), n.lanesTagged(1));
  }

  @ParameterizedTest
  @CsvSource({"50, 50", "30_mph, 48", "RU:urban, 50", "walk, 7", "none, 0", "DE:zone:30, 30", "DE:rural, 0", "50.0, 50"})
  void limitsOfSpeed(String tag, int kmh) {
    assertThat(OsmText.network(ENDS + "way 10 A-B highway=primary maxspeed=" + tag.replace("_", " ").replace(" ", "")).maxspeedTagged(0)).isEqualTo(kmh);
  }

  // 12'6" = 12 x 0.3048 + 6 x 0.0254 = 3.81 m
  @ParameterizedTest
  @CsvSource({"3.8, 3.8", "3.8m, 3.8", "'3,8', 3.8", "380cm, 3.8", "12'6&quot;, 3.81"})
  void limitsOfHeight(String tag, double metres) {
    assertThat(street("highway=primary maxheight=" + tag).maxHeight(0)).isEqualTo(metres);
  }

  @Test
  void limitsOfWeight() {
    assertThat(street("highway=primary maxweight=7.5t").maxWeight(0)).isEqualTo(7.5);
    assertThat(street("highway=primary maxweight=3500kg").maxWeight(0)).isEqualTo(3.5);
    assertThat(street("highway=primary maxweight=none").maxWeight(0)).isInfinite();
  }

  @Test
  void surfaceWidthAndBridgeAreKeptAndMarkedAsTagged() {
    StreetNetwork n = street("highway=primary surface=cobblestone width=7.5 bridge=viaduct tunnel=no name=Nile");
    assertThat(n.surface(0)).isEqualTo(Surface.ROUGH_PAVED);
    assertThat(n.widthTagged(0)).isEqualTo(7.5);
    assertThat(n.has(0, Trait.BRIDGE)).isTrue();
    assertThat(n.has(0, Trait.TUNNEL)).isFalse();
    List<Attribute> tagged = new ArrayList<>();
    for (Attribute a : Attribute.values()) if (n.isTagged(0, a)) tagged.add(a);
    assertThat(tagged).containsExactly(Attribute.WIDTH, Attribute.SURFACE, Attribute.NAME);
  }

  @Test
  void whatIsNotUnderstoodIsCountedWithAnExample() {
    String map = ENDS + "way 10 A-B highway=primary width=wide\nway 11 A-B highway=primary width=wide\nway 12 A-B highway=hyperloop\nway 13 A-B highway=proposed\nway 14 A-A highway=path\nway 15 A-Z highway=path";
    assertThat(OsmText.imported(map).findings()).extracting(Finding::what).containsExactlyInAnyOrder(
        "`width=wide` is not understood: 2 times, for example way 10",
        "`highway=hyperloop` is no class of street known here: 1 time, for example way 12",
        "a way names the same node twice in a row: 1 time, for example way 14",
        "a way has fewer than two different nodes: 1 time, for example way 14",
        "a way passes a node that the file does not hold: 1 time, for example node 26 of way 15");
  }

  @Test
  void streetsAreCutWhereTheyMeetAndKeepTheirLine() {
    StreetNetwork n = OsmText.network("node A 0 0\nnode B 1 0\nnode C 2 0\nnode D 3 0\nnode E 2 1\nway 10 A-B-C-D highway=primary\nway 11 C-E highway=service");
    assertThat(n.links()).isEqualTo(3);
    assertThat(n.points(0)).isEqualTo(3);
    // 0.002 degrees at 36 N: 0.002 x 111,195.08 m x cos 36 = 179.92 m
    assertThat(n.metres(0)).isCloseTo(179.92, org.assertj.core.data.Offset.offset(0.01));
    assertThat(n.line(0).getFirst().metresTo(n.line(0).getLast())).isCloseTo(n.metres(0), org.assertj.core.data.Offset.offset(0.001));
  }

  @Test
  void aGapIsNotBridged() {
    StreetNetwork n = OsmText.network("node A 0 0\nnode B 1 0\nnode D 3 0\nnode E 4 0\nway 10 A-B-C-D-E highway=primary");
    assertThat(n.links()).isEqualTo(2);
    assertThat(n.nodes()).isEqualTo(4);
  }

  @Test
  void aMotorwayWithoutAWordOnItsDirectionIsCountedAndOneWithIsNot() {
    assertThat(OsmText.imported(ENDS + "way 10 A-B highway=motorway").findings()).extracting(Finding::code).contains("oneway-implied");
    assertThat(OsmText.imported(ENDS + "way 10 A-B highway=motorway oneway=no").findings()).extracting(Finding::code).doesNotContain("oneway-implied");
    assertThat(users(street("highway=motorway oneway=no").users(1))).isEqualTo("cbt");
  }
}
