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
    return resource("one-road");
  }

  /** Two districts of 600 and 400 walkers at 1 m/s, a gate in each of two corners, a post of 20 people a minute 60 m behind each; one hour from 12:00. */
  public static Case twoGates() {
    return resource("two-gates");
  }

  private static Case resource(String name) {
    try {
      return read(Path.of(Cases.class.getResource("/%s/case.yaml".formatted(name)).toURI()).getParent());
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
