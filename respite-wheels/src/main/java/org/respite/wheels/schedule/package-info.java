// SPDX-License-Identifier: Apache-2.0
/**
 * Who goes when with what: a schedule by iterated greedy placement, and beside it a bound from a linear relaxation that no schedule passes.
 */
package org.respite.wheels.schedule;
