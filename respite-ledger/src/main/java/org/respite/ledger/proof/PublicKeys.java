// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Ed25519 public keys as 64 hexadecimal digits (RFC 8032), and the short ids by which entries name them. */
public final class PublicKeys {
  /** DER head of an Ed25519 SubjectPublicKeyInfo (RFC 8410). */
  private static final String HEAD = "302a300506032b6570032100";

  private static final int ID_DIGITS = 32;

  private PublicKeys() {}

  /** First 128 bits of the key's SHA-256. */
  public static String id(String key) {
    return Sha256.of(HexFormat.of().parseHex(key)).substring(0, ID_DIGITS);
  }

  /** Whether {@code key} has the shape of a key; every 32 bytes may be tried as one. */
  public static boolean isKey(String key) {
    return key.matches("[0-9a-f]{64}");
  }

  static String raw(PublicKey key) {
    return HexFormat.of().formatHex(key.getEncoded()).substring(HEAD.length());
  }

  /** Whether {@code signature} is {@code key}'s on {@code message}; false for anything that is no key or no signature. */
  static boolean verifies(String key, String message, String signature) {
    if (!isKey(key) || !signature.matches("[0-9a-f]{128}")) return false;
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(HEAD + key))));
      check.update(message.getBytes(StandardCharsets.UTF_8));
      return check.verify(HexFormat.of().parseHex(signature));
    } catch (GeneralSecurityException e) {
      return false; // not a point of the curve, or S out of range: not a signature
    }
  }
}
