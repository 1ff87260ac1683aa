// SPDX-License-Identifier: Apache-2.0
/**
 * An assessment for the terminal, for programs and on paper: four pure functions from {@link org.respite.engine.answer.Assessment} to text.
 *
 * <ul>
 *   <li>{@link org.respite.report.TerminalReport}: what a negotiator reads first, at most 80 columns;
 *   <li>{@link org.respite.report.HtmlReport}: the whole answer as one file that needs no network, no fonts and no script;
 *   <li>{@link org.respite.report.JsonReport}: the same for programs, in the form of {@code schema/assessment-1.schema.json};
 *   <li>{@link org.respite.report.RunJson}: what somebody needs who wants to run it again.
 * </ul>
 *
 * <p>A report renders values and computes nothing; axis scales and the place of a label on a map are all the arithmetic there is. Same
 * assessment, same bytes: no clock is read, no order is left to chance. Writing files is the caller's. Three rules of manner hold in each:
 * what could, would and did move stay apart; "not stated" and "not observed" never appear as zero, agreement or quiet; text from a case is
 * shown and never obeyed ({@link org.respite.report.Shown}).
 */
package org.respite.report;
