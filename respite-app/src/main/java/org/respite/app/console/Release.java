// SPDX-License-Identifier: Apache-2.0
package org.respite.app.console;

/** Which Respite this is. */
public final class Release {
  /** The released version; the same as in pom.xml (tested). */
  public static final String VERSION = "0.1.0";

  private Release() {}
}
