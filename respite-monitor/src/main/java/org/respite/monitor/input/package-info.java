// SPDX-License-Identifier: Apache-2.0
/**
 * Reads what people send: tables in many dialects, days in many spellings, counts, incidents and reports.
 *
 * <p>Nothing is dropped in silence: what is not taken as it stands is a {@link org.respite.monitor.input.Finding}.
 */
package org.respite.monitor.input;
