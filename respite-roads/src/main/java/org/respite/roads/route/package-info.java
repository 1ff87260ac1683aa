// SPDX-License-Identifier: Apache-2.0
/** Quickest ways over a network, for checks and for travel times; flows of many people are the kernel's. */
package org.respite.roads.route;
