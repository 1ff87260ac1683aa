// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.List;
import java.util.Optional;
import org.respite.model.quantity.Dimension;
import org.respite.model.quantity.Quantity;
import org.respite.model.scenario.Aid;
import org.respite.model.scenario.GateItem;
import org.respite.model.scenario.NeedStated;
import org.respite.model.scenario.Purpose;

/** {@code aid}, {@code needs_stated} and the do-no-harm {@code gate}. */
final class AidSection {
  private AidSection() {}

  static Optional<Aid> aid(Keys root) {
    if (!root.has("aid")) return Optional.empty();
    try (Keys k = root.mapping("aid");
        Keys truck = k.mapping("truck")) {
      Quantity load = Quantities.get(truck, "load", Dimension.TRUCK_LOAD);
      return Optional.of(
          new Aid(
              k.reference("corridor", Kind.CORRIDOR),
              chain(k),
              load,
              k.mappings("items").stream().map(AidSection::item).toList(),
              k.mappings("waiting").stream().map(AidSection::waiting).toList(),
              LogisticsSection.logistics(k, truck)));
    }
  }

  private static Aid.Chain chain(Keys aid) {
    try (Keys chain = aid.mapping("chain");
        Keys inspection = chain.mapping("inspection");
        Keys road = chain.mapping("road");
        Keys unloading = chain.mapping("unloading");
        Keys daylight = chain.mapping("daylight_only")) {
      daylight.references("source", Kind.SOURCE);
      return new Aid.Chain(
          Quantities.get(chain, "hold", Dimension.DURATION),
          Quantities.get(inspection, "servers", Dimension.SERVERS),
          Quantities.get(inspection, "time", Dimension.TRUCK_TIME),
          Quantities.get(road, "length", Dimension.LENGTH),
          moving(road),
          Quantities.get(unloading, "rate", Dimension.TRUCK_RATE),
          Quantities.get(chain, "working_day", Dimension.DURATION),
          daylight.flag("value"),
          daylight.textOr("assumed", ""));
    }
  }

  private static Quantity moving(Keys road) {
    Quantity speed = Quantities.get(road, "speed", Dimension.SPEED);
    if (road.has("speed") && speed.low() == 0) {
      road.reading.findings.error("speed-zero", road.at("speed"), "trucks may stand still (speed from 0)", "no truck would ever arrive", "give the slowest speed above 0");
    }
    return speed;
  }

  private static Aid.Item item(Keys keys) {
    try (Keys k = keys) {
      return new Aid.Item(
          k.id(Kind.ITEM),
          k.name("name"),
          k.word("purpose", Purpose.class),
          Quantities.get(k, "need", Dimension.MASS_PER_PERSON_DAY, Dimension.MASS_PER_PERSON),
          Quantities.get(k, "days", Dimension.DURATION),
          Quantities.get(k, "removed", Dimension.SHARE),
          k.text("base"),
          Quantities.find(k, "volume", Dimension.VOLUME_PER_MASS),
          k.at());
    }
  }

  private static Aid.Waiting waiting(Keys keys) {
    try (Keys k = keys) {
      return new Aid.Waiting(
          k.reference("item", Kind.ITEM), Quantities.orNotStated(k, "trucks", Dimension.TRUCKS), k.text("where"), k.textOr("note", ""));
    }
  }

  static List<NeedStated> needs(Keys root) {
    return root.mappings("needs_stated").stream().map(AidSection::need).toList();
  }

  private static NeedStated need(Keys keys) {
    try (Keys k = keys) {
      return new NeedStated(
          k.id(Kind.NEED),
          k.text("by"),
          k.word("purpose", Purpose.class),
          Quantities.orNotStated(k, "hours", Dimension.DURATION),
          Quantities.find(k, "lanes", Dimension.LANES),
          k.text("what"),
          k.at());
    }
  }

  static List<GateItem> gate(Keys root) {
    return root.mappings("gate").stream().map(AidSection::gateItem).toList();
  }

  private static GateItem gateItem(Keys keys) {
    try (Keys k = keys) {
      return new GateItem(
          k.word("item", GateItem.Kind.class), k.word("status", GateItem.Status.class), k.text("why"), k.referenceIfAny("source", Kind.SOURCE));
    }
  }
}
