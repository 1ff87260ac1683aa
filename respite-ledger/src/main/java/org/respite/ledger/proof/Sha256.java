// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4), printed as 64 small hexadecimal digits. */
public final class Sha256 {
  private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Sha256::start);

  private Sha256() {}

  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static String of(byte[] bytes) {
    return hex(DIGEST.get().digest(bytes));
  }

  static String of(byte[] bytes, int from, int to) {
    MessageDigest digest = DIGEST.get();
    digest.update(bytes, from, to - from);
    return hex(digest.digest());
  }

  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
