// SPDX-License-Identifier: Apache-2.0
/** The end of the window: convoys, turn-back times, nearest refuge, and who is exposed at any moment. */
package org.respite.wheels.closing;
