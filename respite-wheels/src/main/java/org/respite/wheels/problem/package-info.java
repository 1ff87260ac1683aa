// SPDX-License-Identifier: Apache-2.0
/**
 * What a movement plan is made of: fleets, ways with their stages, servers, loads, calendars. Values only.
 *
 * <p>A trip is a chain of stages. A stage takes a time, may take one of several alike servers, and is done wholly inside one open interval of
 * its calendar. Within a block (from a stage that may be waited for up to the next such) a plan lets nobody wait: all waiting is done
 * outside, at the assembly point, or where a vehicle stands safe. Every time is in whole seconds.
 */
package org.respite.wheels.problem;
