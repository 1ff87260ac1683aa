// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.safe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Malformed;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;

/**
 * A ledger file, sealed under a passphrase for the way: a line of JSON that says how to derive the key and how long the rest is, then the sealed bytes. A copy that
 * broke off is told from a wrong passphrase by its length. What is inside is signed by its closing line.
 */
public final class Bundle {
  private static final String FORMAT = "respite-bundle/1";
  private static final int LONGEST_HEAD = 4_096;

  private Bundle() {}

  public static byte[] seal(byte[] ledgerFile, char[] passphrase) {
    Lock.Opened lock = Lock.create(passphrase);
    byte[] sealed = lock.sealing().seal(ledgerFile, FORMAT);
    byte[] head = (Canonical.text(Value.Fields.with().text("format", FORMAT).put("lock", lock.lock().fields()).whole("bytes", sealed.length).done()) + "\n").getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(head.length + sealed.length).put(head).put(sealed).array();
  }

  /** Whether these first bytes are a bundle's; a ledger file begins otherwise. */
  public static boolean begins(byte[] first) {
    return new String(first, StandardCharsets.ISO_8859_1).startsWith("{\"bytes\":");
  }

  /** The ledger file in it; refused where the copy broke off, was changed, or the passphrase is another. */
  public static byte[] open(byte[] bundle, char[] passphrase, String where) throws Refused {
    int end = 0;
    while (end < Math.min(bundle.length, LONGEST_HEAD) && bundle[end] != '\n') end++;
    if (end == Math.min(bundle.length, LONGEST_HEAD)) throw damaged(where, "its first line is not whole");
    try {
      Asked in = new Asked(Canonical.read(Arrays.copyOf(bundle, end)));
      if (!in.text("format").equals(FORMAT)) in.fault("format", "its format is not known here", "use the version that wrote it");
      Lock lock = in.one("lock", Lock::read).orElseThrow(() -> damaged(where, "it has no lock"));
      long bytes = in.whole("bytes");
      in.done();
      long there = bundle.length - end - 1L;
      if (there != bytes) throw Refused.of("broken-off", where, "%,d of %,d bytes are there: the copy %s".formatted(there, bytes, there < bytes ? "broke off" : "has something behind it"), "copy it again and check the size");
      Sealing key = lock.open(passphrase).orElseThrow(() -> Refused.of("wrong-passphrase", where, "this is not the passphrase of the bundle, or its first line was changed", "ask the sender for it, by another way than the bundle came"));
      return key.open(Arrays.copyOfRange(bundle, end + 1, bundle.length), FORMAT).orElseThrow(() -> damaged(where, "its bytes are not those that were sealed"));
    } catch (Canonical.NotCanonical | Malformed e) {
      throw damaged(where, "its first line cannot be read: " + e.getMessage());
    }
  }

  private static Refused damaged(String where, String what) {
    return Refused.of("bundle-damaged", where, what, "copy it again");
  }
}
