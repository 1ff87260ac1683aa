// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {
  private static final Gazetteer ALEPPO = new Gazetteer(List.of(
      new Gazetteer.Place("Bustan al-Qasr", 36.190, 37.145, 600, List.of("بستان القصر")),
      new Gazetteer.Place("Al-Sukkari", 36.175, 37.150, 600, List.of("السكري")),
      new Gazetteer.Place("New Street", 36.1, 37.1, 300, List.of("Station")),
      new Gazetteer.Place("Old Street", 36.2, 37.2, 300, List.of("Station"))));

  @ParameterizedTest
  @ValueSource(strings = {"Bustan al-Qasr", "bustan el qasr", "BUSTAN AL QASR", "Boustan Al-Kasr", "بستان القصر", "بُستان القَصر"})
  void oneDistrictHasManySpellings(String spelling) {
    assertThat(ALEPPO.find(spelling)).map(Gazetteer.Place::name).contains("Bustan al-Qasr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sukkari", "as-Sukari", "al Sukkari", "سكري", "السُكّري"})
  void theArticleMayBeThereOrNot(String spelling) {
    assertThat(ALEPPO.find(spelling)).map(Gazetteer.Place::name).contains("Al-Sukkari");
  }

  @Test
  void aNameThatFitsTwoPlacesFitsNoneAndAnUnknownOneToo() {
    assertThat(ALEPPO.find("Station")).isEmpty();
    assertThat(ALEPPO.find("Idlib")).isEmpty();
  }

  private static Report report(String place, OptionalDouble lat, OptionalDouble lon) {
    Instant at = Instant.parse("2016-10-20T09:00:00Z");
    return new Report(2, new Report.When(at, at, at), at, new Report.Where(place, lat, lon, OptionalDouble.empty()),
        new Report.Origin("s1", "", HowKnown.HEARD), "air", new Report.Alleged("", ""), Report.Range.UNSAID, Report.Range.UNSAID);
  }

  @Test
  void aNamedPlaceGetsAPointWithItsRadiusAndNeverABareOne() {
    Report placed = ALEPPO.placed(report("sukkari", OptionalDouble.empty(), OptionalDouble.empty()));
    assertThat(placed.where().radiusM()).hasValue(600);
    assertThat(ALEPPO.placed(report("Idlib", OptionalDouble.empty(), OptionalDouble.empty())).where().lat()).isEmpty();
  }

  /** 0.01 degrees of latitude are 1,112 m; the report's radius of 600 m leaves 512 m at least. */
  @Test
  void fireNearANotifiedPointAlertsWhileItIsNotified() {
    Instant from = Instant.parse("2016-10-20T08:00:00Z");
    var clinic = new Alert.Watched(Way.at("clinic", 36.185, 37.150, 600), from, from.plusSeconds(8 * 3600));
    Report fire = ALEPPO.placed(report("Sukkari", OptionalDouble.empty(), OptionalDouble.empty()));
    assertThat(Alert.of(List.of(fire), List.of(clinic))).singleElement()
        .satisfies(a -> assertThat(a.metres()).isBetween(505.0, 520.0));
    var near = new Alert.Watched(Way.at("clinic", 36.185, 37.150, 400), from, from.plusSeconds(8 * 3600));
    assertThat(Alert.of(List.of(fire), List.of(near))).isEmpty();
    var later = new Alert.Watched(Way.at("clinic", 36.185, 37.150, 600), from.plusSeconds(7200), from.plusSeconds(8 * 3600));
    assertThat(Alert.of(List.of(fire), List.of(later))).isEmpty();
  }

  @Test
  void anHourNobodyCountedIsNotDenied() {
    Instant hour = Instant.parse("2016-10-20T08:00:00Z");
    assertThat(new Passage("north", hour, java.util.OptionalInt.of(500), java.util.OptionalInt.empty()).outcome()).isEqualTo(Passage.Outcome.NOT_OBSERVED);
    assertThat(new Passage("north", hour, java.util.OptionalInt.of(500), java.util.OptionalInt.of(0)).outcome()).isEqualTo(Passage.Outcome.DENIED);
    assertThat(new Passage("north", hour, java.util.OptionalInt.of(500), java.util.OptionalInt.of(120)).outcome()).isEqualTo(Passage.Outcome.IMPEDED);
    assertThat(new Passage("north", hour, java.util.OptionalInt.of(500), java.util.OptionalInt.of(460)).outcome()).isEqualTo(Passage.Outcome.FACILITATED);
  }
}
