// SPDX-License-Identifier: Apache-2.0
/** Streets for other programs: GeoJSON, GeoPackage (QGIS), PMTiles (web maps). Offline; every file carries provenance and attribution. */
package org.respite.roads.export;
