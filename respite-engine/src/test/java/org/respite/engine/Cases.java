// SPDX-License-Identifier: Apache-2.0
package org.respite.engine;

import java.net.URISyntaxException;
import java.nio.file.Path;
import org.respite.model.casefile.CaseFolder;
import org.respite.model.scenario.Case;

/** The cases that tests speak of. */
public final class Cases {
  private Cases() {}

  /**
   * One district of 1,000 riders; a road of 10 km at 20 km/h; at its end a post of two lanes, 600 people an hour each; one hour from 12:00.
   */
  public static Case oneRoad() {
    try {
      return read(Path.of(Cases.class.getResource("/one-road/case.yaml").toURI()).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Case aleppo() {
    return read(Path.of(System.getProperty("respite.root"), "cases", "aleppo-2016-10"));
  }

  private static Case read(Path folder) {
    CaseFolder.Result result = CaseFolder.read(folder);
    return result.read().orElseThrow(() -> new AssertionError(result.findings().toString()));
  }
}
