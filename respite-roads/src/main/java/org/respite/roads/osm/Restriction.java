// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.List;
import org.respite.roads.network.WeekHours;

/**
 * A turn restriction as OSM has it (wiki.openstreetmap.org/wiki/Relation:restriction).
 *
 * @param viaNode empty where {@code viaWays} is not
 * @param users mask of those bound
 * @param only whether the turn is the only one allowed; otherwise it is forbidden
 * @param hours when it holds
 */
record Restriction(long id, List<Long> from, List<Long> viaNode, List<Long> viaWays, List<Long> to, int users, boolean only, WeekHours hours) {}
