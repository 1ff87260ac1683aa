// SPDX-License-Identifier: Apache-2.0
/** A second reader of the user's own, in its own process, for the confidence that two independent readings give. Off by default. */
package org.respite.reading.second;
