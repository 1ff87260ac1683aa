// SPDX-License-Identifier: Apache-2.0
/**
 * The reader of rules: plain Java, no model, no network.
 *
 * <p>Stages, each a class: {@code BlockFinder} (paragraphs, headings, turns), {@code QuoteFinder}, {@code SentenceFinder} (a quotation is
 * one token, a name in marks a word), {@code CueFinder} with {@code Adjuncts} and {@code Complements} (words that report speech and what
 * they govern), {@code SubjectFinder} with {@code NounPhrases} and {@code SpeakerTest} (who), {@code NameParser}, {@code Roster}, {@code
 * Cast}, {@code Labels}, {@code Descriptions} and {@code Actors} (which name, which party), {@code SentenceReader} with {@code Nesting} and {@code ClauseBounds}
 * (drafts), {@code QuoteAssigner}, {@code BesideQuote}, {@code DraftCollector} (who goes on speaking), {@code TimeFinder}, {@code
 * SpokenOn}, {@code NumberFinder}, {@code ClaimTagger} with {@code Topics} and {@code Stances}, {@code NarratorFinder}.
 *
 * <p>Everything of a language is a folder of text files ({@code en}): {@code words.txt} (classes of words; {@code Word} names them),
 * {@code cues.txt} (verbs with their frames), {@code patterns.tsv}, {@code topics.tsv}, {@code stances.tsv}, {@code hedges.tsv}, {@code
 * vague.tsv}, {@code units.tsv}, {@code actors.tsv}, {@code rules.tsv} (how often each rule was right on first runs). Code holds marks and
 * the order of words in a clause; that order is English too, so a further language needs a folder, registers of its own, and a look at
 * the frames before anything is claimed for it.
 *
 * <p>Known limits (bench/logs): no syntax beyond word classes, so a speaker deep inside a subordinate clause may be missed; on new texts
 * about half of the topics and a third of the topics with stance are right, for a person to confirm; a quotation without attribution is
 * given to whoever spoke last; at most three words in marks behind an article count as a term, even inside what somebody says.
 */
package org.respite.reading.rules;
