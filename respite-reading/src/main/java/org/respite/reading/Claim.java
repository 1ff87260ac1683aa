// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/**
 * One topic and the stance taken to it.
 *
 * @param topic a topic of the vocabulary's topics file
 * @param term the term of the consent table that the topic belongs to, or "-" where it is none
 * @param target who or what the stance is directed at, or "" where the clause names nobody
 */
public record Claim(String topic, String term, Stance stance, String target) {}
