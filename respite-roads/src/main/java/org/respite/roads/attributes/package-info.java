// SPDX-License-Identifier: Apache-2.0
/**
 * What streets allow where nobody measured them: one editable table of speeds, widths, lanes and capacities with units, ranges and sources
 * ({@link org.respite.roads.attributes.StreetTable}), and what it means for each arc of a network ({@link org.respite.roads.attributes.ArcFigures}).
 */
package org.respite.roads.attributes;
