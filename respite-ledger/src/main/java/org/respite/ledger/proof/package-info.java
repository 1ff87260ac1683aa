// SPDX-License-Identifier: Apache-2.0
/**
 * What makes a ledger tamper-evident: hashes, chains, signatures, the file that carries them and the check of every byte of it:
 * docs/ledger-format.md. Cryptography is the JDK's.
 */
package org.respite.ledger.proof;
