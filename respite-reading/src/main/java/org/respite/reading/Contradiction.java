// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/**
 * Two places of one document that cannot both hold as they stand, or that a reader must see side by side.
 *
 * @param a id of a statement or narrator fact
 * @param b id of a statement or narrator fact
 * @param kind "contradicts", "accuses-each-other", "purpose", "disputes-adequacy", "numbers", "changed-position", "tension" or
 *     "quotation-fidelity"
 */
public record Contradiction(String a, String b, String kind, String why) {}
