// SPDX-License-Identifier: Apache-2.0
/** A network to look at: in numbers, as text and JSON, and as a picture. Renders, changes nothing. */
package org.respite.roads.look;
