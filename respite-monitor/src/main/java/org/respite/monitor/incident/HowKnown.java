// SPDX-License-Identifier: Apache-2.0
package org.respite.monitor.incident;

/** How the source knows. What was told by others is no observation. */
public enum HowKnown { SEEN, HEARD, CAMERA, TOLD }
