// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.rules;

/**
 * Words that report speech, found in a sentence.
 *
 * @param first first token of the phrase with its auxiliaries ("has said")
 * @param verb token of the verb itself
 * @param last last token of the phrase ("called on", "according to")
 * @param type what the verb says of the stance: "say", "accuse" ...
 * @param frame what follows it
 * @param body token where the reported clause begins; may be one past the last token
 */
record Cue(int first, int verb, int last, String type, Frame frame, int body) {
  enum Frame {
    /** A clause, with or without "that". */
    CLAUSE,
    /** A quotation right after it. */
    QUOTE,
    /** A noun phrase: the verb belongs to what is reported. */
    OBJECT,
    /** "to" and a verb. */
    INFINITIVE,
    /** A preposition that the verb governs. */
    PREPOSITION,
    /** Nothing: what is reported stands before it. */
    NOTHING,
    /** "according to". */
    SOURCE,
    /** "was welcomed by". */
    PASSIVE,
    /** "was quoted as saying". */
    QUOTED
  }
}
