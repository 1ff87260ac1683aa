// SPDX-License-Identifier: Apache-2.0
/** Values and their one canonical form: docs/ledger-format.md, "Canonical form". */
package org.respite.ledger.form;
