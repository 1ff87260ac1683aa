// SPDX-License-Identifier: Apache-2.0
/** A movement plan put together: schedule, convoys, turn-back times, exposure, judgement over the draws, and the reason where it is empty. */
package org.respite.wheels.movement;
