// SPDX-License-Identifier: Apache-2.0
package org.respite.report;

import org.respite.engine.answer.Assessment;

/**
 * What somebody needs who wants to run it again and get the same bytes: version, files with their SHA-256, seed, draws, option and every
 * quantity. Says nothing of the answer.
 */
public final class RunJson {
  static final String FORMAT = "respite-run/1";

  private RunJson() {}

  /** The settings of the run as JSON text. */
  public static String of(Assessment a) {
    return Json.object(json -> write(json, a));
  }

  private static void write(Json json, Assessment a) {
    json.text("format", FORMAT)
        .text("version", a.method().version())
        .text("case", a.theCase().id())
        .object("question", a.question(), JsonReport::question)
        .number("draws", a.method().draws())
        .number("seed", a.method().seed())
        .rows("files", a.theCase().origin().files(), ProvenanceJson::file)
        .rows("quantities", ProvenanceJson.quantities(a.theCase()), ProvenanceJson::quantity);
  }
}
