// SPDX-License-Identifier: Apache-2.0
/** Bytes to text: character sets, web pages (jsoup), PDF (PDFBox), language, date of publication. What cannot be read is refused in one line. */
package org.respite.reading.source;
