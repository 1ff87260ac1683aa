// SPDX-License-Identifier: Apache-2.0
package org.respite.model.register;

/**
 * Where a fact comes from.
 *
 * @param key as cited in the case
 * @param date ISO date or month, as written
 * @param url empty where there is none (a phone call, a paper)
 */
public record Source(String key, String publisher, String date, String url, String title, String note) {}
