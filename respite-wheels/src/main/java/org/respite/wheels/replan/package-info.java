// SPDX-License-Identifier: Apache-2.0
/** The rest of the day planned anew from what was reported, and what is dropped. */
package org.respite.wheels.replan;
