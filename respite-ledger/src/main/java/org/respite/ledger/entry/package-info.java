// SPDX-License-Identifier: Apache-2.0
/** What stands in a ledger: a header, and entries of a closed set of kinds. Immutable; reading is strict. */
package org.respite.ledger.entry;
