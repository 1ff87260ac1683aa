// SPDX-License-Identifier: Apache-2.0
package org.respite.model.register;

import java.util.List;
import org.respite.model.finding.At;

/** What a speaker said, with where and when it was said and heard. Never edited: a later one stands beside it. */
public record Statement(
    String id,
    String party,
    String speaker,
    Party.Level level,
    Moment said,
    Moment heard,
    String source,
    String text,
    List<Claim> claims,
    At at) {
  public Statement {
    claims = List.copyOf(claims);
  }
}
