// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

import java.util.List;
import java.util.stream.Stream;
import org.respite.model.quantity.Quantity;

/**
 * What a case was read from.
 *
 * @param quantities every quantity in reading order: what can be drawn, traced and asked for
 * @param files what was read, with the SHA-256 of each
 */
public record Origin(List<Quantity> quantities, List<InputFile> files) {
  public Origin {
    quantities = List.copyOf(quantities);
    files = List.copyOf(files);
  }

  /** A file as it was read. */
  public record InputFile(String name, long bytes, String sha256) {}

  /** The same, with files beside the folder that were read for the case. */
  public Origin with(List<InputFile> more) {
    return new Origin(quantities, Stream.concat(files.stream(), more.stream()).toList());
  }
}
