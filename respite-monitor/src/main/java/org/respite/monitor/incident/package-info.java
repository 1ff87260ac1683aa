// SPDX-License-Identifier: Apache-2.0
/**
 * Reports, who could see or hear, and the incidents behind the reports: an interval over sampled linkages, never one count.
 */
package org.respite.monitor.incident;
