// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entry;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Malformed;
import org.respite.ledger.form.Value;

/**
 * What makes two files the same ledger: every first entry of an author follows the header's hash.
 *
 * @param id 128 random bits, 32 hexadecimal digits
 * @param zone in which days without a zone are meant
 * @param created local time of its making, with offset
 */
public record Header(String id, String title, ZoneId zone, String created) {
  public static final String FORMAT = "respite-ledger/1";

  public Value.Fields fields() {
    return Value.Fields.with().text("format", FORMAT).text("id", id).text("title", title).text("zone", zone.getId()).text("created", created).done();
  }

  public static Header read(Value.Fields fields) throws Malformed {
    Asked in = new Asked(fields);
    String format = in.text("format");
    if (!format.equals(FORMAT)) in.fault("format", "the format is `%s`".formatted(format), "this version reads `%s`".formatted(FORMAT));
    Header read = new Header(in.text("id"), in.text("title"), zone(in), in.text("created"));
    in.done();
    return read;
  }

  private static ZoneId zone(Asked in) {
    try {
      return ZoneId.of(in.text("zone"));
    } catch (DateTimeException e) {
      in.fault("zone", "it is no zone known here", "write an IANA zone such as Asia/Damascus");
      return ZoneOffset.UTC;
    }
  }
}
