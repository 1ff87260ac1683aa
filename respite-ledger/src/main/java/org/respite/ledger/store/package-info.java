// SPDX-License-Identifier: Apache-2.0
/** Where a ledger lives while people work on it: SQLite by default, PostgreSQL by one setting, the same migrations and code for both. */
package org.respite.ledger.store;
