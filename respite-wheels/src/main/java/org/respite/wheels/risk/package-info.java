// SPDX-License-Identifier: Apache-2.0
/** A schedule judged over drawn worlds. */
package org.respite.wheels.risk;
