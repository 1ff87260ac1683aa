// SPDX-License-Identifier: Apache-2.0
/**
 * The reader of rules: plain Java, no model, no network.
 *
 * <p>Stages, each a class: {@code BlockFinder} (paragraphs, headings, turns), {@code QuoteFinder}, {@code SentenceFinder} (a quotation is
 * one token), {@code CueFinder} with {@code Adjuncts} (words that report speech and what they govern), {@code SubjectFinder} with {@code
 * NounPhrases} (who), {@code NameParser}, {@code Cast} and {@code Actors} (which name, which party), {@code SentenceReader} (drafts),
 * {@code QuoteAssigner}, {@code BesideQuote}, {@code DraftCollector} (who goes on speaking), {@code TimeFinder}, {@code SpokenOn}, {@code NumberFinder}, {@code
 * ClaimTagger}, {@code NarratorFinder}.
 *
 * <p>The vocabulary is a folder of text files for each language ({@code en}): {@code words.txt} (classes of words), {@code cues.txt}
 * (verbs with their frames), {@code topics.tsv}, {@code stances.tsv}, {@code hedges.tsv}, {@code actors.tsv}, {@code rules.tsv} (how often
 * each rule was right). A further language needs such a folder and registers of its own before anything is claimed for it; Arabic and
 * Russian have neither yet, so a text in them is refused with a clear line.
 *
 * <p>Known limits: no syntax beyond word classes, so a speaker deep inside a subordinate clause may be missed; stances are right in about
 * half of the cases on our own texts and are for a person to confirm; a quotation without attribution is given to whoever spoke last.
 */
package org.respite.reading.rules;
