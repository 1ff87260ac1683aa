// SPDX-License-Identifier: Apache-2.0
/** What follows from a ledger: how it reads at an instant, who agreed to what, what contradicts what, who has been told. */
package org.respite.ledger.answer;
