// SPDX-License-Identifier: Apache-2.0
package org.respite.reading;

/**
 * What the writer asserts in their own voice: evidence of what the paper says, of nothing else.
 *
 * @param id "n01", "n02" ... in order of the text
 * @param polarity "asserted", "unknown", "predicted", "predicted-not" or "alleged"
 * @param hedge the hedging words as written, "" where there are none
 */
public record NarratorFact(String id, Span span, String topic, String polarity, String hedge) {}
