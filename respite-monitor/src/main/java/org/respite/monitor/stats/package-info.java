// SPDX-License-Identifier: Apache-2.0
/**
 * Statistics as plain functions on arrays, each with its source, what it assumes and when it lies.
 *
 * <p>Nothing here knows of pauses, places or parties; every one is tested against published or independently computed numbers.
 */
package org.respite.monitor.stats;
