// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.network;

/**
 * Access that holds only at times, on top of {@link StreetNetwork#users}.
 *
 * @param users mask of {@link RoadUser}: those whom it lets in, or keeps out, in its hours
 */
public record TimedAccess(int arc, int users, boolean allowed, WeekHours hours) {}
