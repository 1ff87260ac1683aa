// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.respite.model.finding.At;

/**
 * What war did to a piece of ground, as somebody said. It lies over the streets and never changes them.
 *
 * @param from since when; empty where it has always been so
 * @param to until when, exclusive; empty where no end is known
 * @param value of {@link Kind#RUBBLE}: pace there as a share of the pace on plain street, in (0, 1]; of {@link Kind#DAMAGED}: chance in [0, 1]
 *     that a street beside it cannot be passed; of {@link Kind#CHECKPOINT}: minutes lost; else 0
 * @param by who says so, or who cleared it
 */
public record WarMark(Kind kind, Shape shape, Optional<Instant> from, Optional<Instant> to, double value, String by, String source, At at) {
  /** What it means for who comes that way. */
  public enum Kind {
    /** Nobody passes. */
    BLOCKED,
    /** Nobody is sent there, cleared or not known to be. */
    MINED,
    /** Nobody crosses it. */
    FRONT_LINE,
    /** A building or street was hit: whether one can pass is drawn. */
    DAMAGED,
    /** One passes slowly. */
    RUBBLE,
    /** One passes after a while. */
    CHECKPOINT,
    /** Lifts what was blocked, mined, damaged or strewn with rubble before. */
    CLEARED
  }

  /** Where it lies. */
  public sealed interface Shape {
    /** Rings, holes among them. */
    record Polygon(List<List<Position>> rings) implements Shape {}

    /** A line and so many metres on both sides of it. */
    record Line(List<Position> points, double radiusM) implements Shape {}

    /** A circle. */
    record Point(Position centre, double radiusM) implements Shape {}

    /** Ways by their numbers in OpenStreetMap. */
    record Ways(Set<Long> ids) implements Shape {}
  }
}
