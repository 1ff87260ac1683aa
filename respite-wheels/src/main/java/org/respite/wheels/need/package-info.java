// SPDX-License-Identifier: Apache-2.0
/** Needs calculator: profiles as data, each with its base and source. */
package org.respite.wheels.need;
