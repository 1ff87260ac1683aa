// SPDX-License-Identifier: Apache-2.0
/**
 * Streets as an immutable directed graph, and the compact file that holds it.
 *
 * <p>A <em>node</em> is a place where streets meet, end, or are barred. A <em>link</em> is a stretch of one OSM way between two nodes, with
 * the line it follows. Each link is two <em>arcs</em>: {@code 2 * link} along its line, {@code 2 * link + 1} against it, so that
 * {@code arc ^ 1} is the way back. An arc exists even where nobody may use it; {@link StreetNetwork#users} says who may. Nodes, links and
 * arcs are numbered from 0; the same source gives the same numbers on any number of threads.
 *
 * <p>Lengths are whole millimetres, positions degrees times 10^7 (WGS84). Values that a mapper tagged are kept as tagged and marked
 * ({@link Attribute}); nothing else is baked in: speeds, widths and lanes that rest on a class's default come from
 * {@code org.respite.roads.attributes.StreetTable}, which can be edited without importing again.
 *
 * <p>{@link NetworkColumns} builds a network by hand (tests, other sources), {@link NetworkFile} writes and maps it.
 */
package org.respite.roads.network;
