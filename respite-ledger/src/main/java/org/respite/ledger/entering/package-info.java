// SPDX-License-Identifier: Apache-2.0
/** What people and other files bring into a ledger: typed on a command line, as JSON, out of a case folder, out of a review of a document. */
package org.respite.ledger.entering;
