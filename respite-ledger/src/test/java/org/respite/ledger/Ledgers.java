// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.respite.ledger.entering.Typed;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Label;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.LedgerFile;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Verification;
import org.respite.ledger.proof.Verifier;
import org.respite.ledger.proof.Writer;

/** Small ledgers for tests, made through the same door as everybody's. */
public final class Ledgers {
  public static final Clock NOON = Clock.fixed(Instant.parse("2016-10-19T09:00:00Z"), ZoneOffset.UTC);
  public static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");

  private Ledgers() {}

  public static Workspace init(Path dir) throws Refused {
    return init(dir, Optional.empty());
  }

  public static Workspace init(Path dir, Optional<Contents> joined) throws Refused {
    return Workspace.init(dir, new Workspace.Init("a test", DAMASCUS, "tester", "sqlite", Optional.empty(), joined, NOON));
  }

  /** One entry as JSON of its body, written with single quotes. */
  public static Writer.Item item(String kind, String body) throws Refused {
    return Typed.list("[{\"kind\":\"%s\",\"body\":%s}]".formatted(kind, body.replace('\'', '"')).getBytes(java.nio.charset.StandardCharsets.UTF_8), "test").getFirst();
  }

  public static Recorded add(Workspace w, String kind, String body) throws Refused {
    return w.append(List.of(item(kind, body))).getFirst();
  }

  public static Recorded confirm(Workspace w, Recorded statement) throws Refused {
    return w.append(List.of(new Writer.Item(Label.USUAL, new Body.Confirmation(statement.hash(), Body.Confirmation.Verdict.CONFIRMED, List.of(), "second reader", "")))).getFirst();
  }

  public static byte[] file(Workspace w) throws Refused {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      LedgerFile.write(w.contents(), w.key(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Verification verify(byte[] file, String... pinned) {
    try {
      return Verifier.file(new ByteArrayInputStream(file), new Verifier.Options(Set.of(pinned), true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
