// SPDX-License-Identifier: Apache-2.0
/** Encryption at rest and on the way: locks, sealed bytes, bundles. Standard primitives of the JDK only. */
package org.respite.ledger.safe;
