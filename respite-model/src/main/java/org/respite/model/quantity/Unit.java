// SPDX-License-Identifier: Apache-2.0
package org.respite.model.quantity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The units a case file may use. The first unit of each dimension is its base unit. */
public enum Unit {
  PEOPLE("people", Dimension.PEOPLE, 1),
  PEOPLE_PER_HOUR("people/h", Dimension.PEOPLE_RATE, 1),
  PEOPLE_PER_MINUTE("people/min", Dimension.PEOPLE_RATE, 60),
  SHARE("share", Dimension.SHARE, 1),
  PERCENT("%", Dimension.SHARE, 0.01),
  RATIO("ratio", Dimension.RATIO, 1),
  METRES("m", Dimension.LENGTH, 1),
  KILOMETRES("km", Dimension.LENGTH, 1_000),
  METRES_PER_SECOND("m/s", Dimension.SPEED, 1),
  KILOMETRES_PER_HOUR("km/h", Dimension.SPEED, 1 / 3.6),
  MINUTES("min", Dimension.DURATION, 1),
  SECONDS("s", Dimension.DURATION, 1.0 / 60),
  HOURS("h", Dimension.DURATION, 60),
  DAYS("d", Dimension.DURATION, 1_440),
  TONNES("t", Dimension.MASS, 1),
  KILOGRAMS("kg", Dimension.MASS, 0.001),
  KILOGRAMS_PER_PERSON_DAY("kg/person/d", Dimension.MASS_PER_PERSON_DAY, 1),
  LITRES_PER_PERSON_DAY("L/person/d", Dimension.MASS_PER_PERSON_DAY, 1),
  KILOGRAMS_PER_PERSON("kg/person", Dimension.MASS_PER_PERSON, 1),
  LITRES_PER_PERSON("L/person", Dimension.MASS_PER_PERSON, 1),
  CUBIC_METRES("m3", Dimension.VOLUME, 1),
  CUBIC_METRES_PER_TONNE("m3/t", Dimension.VOLUME_PER_MASS, 1),
  TRUCKS("trucks", Dimension.TRUCKS, 1),
  TRUCKS_PER_HOUR("trucks/h", Dimension.TRUCK_RATE, 1),
  VEHICLES("vehicles", Dimension.VEHICLES, 1),
  LANES("lanes", Dimension.LANES, 1),
  SERVERS("servers", Dimension.SERVERS, 1),
  MINUTES_PER_TRUCK("min/truck", Dimension.TRUCK_TIME, 1),
  PEOPLE_PER_VEHICLE("people/vehicle", Dimension.SEATS, 1),
  TONNES_PER_TRUCK("t/truck", Dimension.TRUCK_LOAD, 1),
  BEDS("beds", Dimension.BEDS, 1);

  private final String symbol;
  private final Dimension dimension;
  private final double inBase;

  Unit(String symbol, Dimension dimension, double inBase) {
    this.symbol = symbol;
    this.dimension = dimension;
    this.inBase = inBase;
  }

  /** As written in a case file, such as {@code people/h}. */
  public String symbol() {
    return symbol;
  }

  public Dimension dimension() {
    return dimension;
  }

  /** How many base units one of these is: 60 for {@code h}, whose base is the minute. */
  public double inBase() {
    return inBase;
  }

  public static Optional<Unit> find(String symbol) {
    return Arrays.stream(values()).filter(u -> u.symbol.equals(symbol)).findFirst();
  }

  /** The symbols a quantity of this dimension may carry, base unit first. */
  public static List<String> symbolsOf(Dimension dimension) {
    return Arrays.stream(values()).filter(u -> u.dimension == dimension).map(Unit::symbol).toList();
  }
}
