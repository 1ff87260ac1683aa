// SPDX-License-Identifier: Apache-2.0
/**
 * Who said what, who agreed to what, kept so that nobody can quietly change it: workspaces, the portable file, and what is computed from them.
 * The format is docs/ledger-format.md.
 */
package org.respite.ledger;
