// SPDX-License-Identifier: Apache-2.0
/**
 * From a file of OpenStreetMap to a {@link org.respite.roads.network.StreetNetwork}: {@link org.respite.roads.osm.StreetImport} is the only way
 * in.
 *
 * <p>The formats are read by our own decoder, in bounded memory and checked at every byte, because a library's object for every node of a
 * country is what makes imports slow (docs/decisions/0008). What a mapper wrote and we do not understand is counted, with an example, and
 * never guessed.
 */
package org.respite.roads.osm;
