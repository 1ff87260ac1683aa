// SPDX-License-Identifier: Apache-2.0
/**
 * From an article to proposed statements: what is proposed, as values.
 *
 * <p>A {@link org.respite.reading.Reading} holds proposals only. Nothing of it is a fact of the register until a person has confirmed it
 * (package {@code review}). Every span is a place in the text as decoded, 0-based, half-open, in UTF-16 units, and {@code
 * text.substring(begin, end)} gives the words; for HTML and PDF the text is what was taken out of them, and the JSON carries it.
 */
package org.respite.reading;
