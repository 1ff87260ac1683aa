// SPDX-License-Identifier: Apache-2.0
/**
 * What people decide on proposals, and what follows from them.
 *
 * <p>The journal is a file of JSON Lines that only grows; its format is docs/review-journal.md, and a register of statements takes over
 * what stands in it.
 *
 * <p>Contradictions and consent rows come from confirmed statements only, in the document and against others in the journal; they show
 * places side by side and never who is right. {@code CasePatch} offers sections of {@code case.yaml}, as text or as a unified diff.
 */
package org.respite.reading.review;
