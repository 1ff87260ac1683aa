// SPDX-License-Identifier: Apache-2.0
/** Discrete-event replay of a schedule: our own, deterministic, the check on every promise and the judge over drawn worlds. */
package org.respite.wheels.replay;
