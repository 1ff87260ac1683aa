// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

/** The private half of an author's Ed25519 key, with its public half. Not a record: it must not print itself. */
public final class AuthorKey {
  private final PrivateKey secret;
  private final String publicKey;

  private AuthorKey(PrivateKey secret, String publicKey) {
    this.secret = secret;
    this.publicKey = publicKey;
  }

  /** A new key from the platform's secure random numbers. */
  public static AuthorKey create() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return new AuthorKey(pair.getPrivate(), PublicKeys.raw(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    }
  }

  /**
   * @param encoded PKCS #8, as {@link #encoded} gives it
   * @param publicKey its public half
   * @throws IllegalArgumentException if it is no Ed25519 key, or not the other half
   */
  public static AuthorKey of(byte[] encoded, String publicKey) {
    try {
      AuthorKey key = new AuthorKey(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)), publicKey);
      if (PublicKeys.verifies(publicKey, "halves of one key", key.sign("halves of one key"))) return key;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the author's key is damaged", e);
    }
    throw new IllegalArgumentException("the author's private and public key do not belong together");
  }

  public byte[] encoded() {
    return secret.getEncoded();
  }

  public String publicKey() {
    return publicKey;
  }

  public String id() {
    return PublicKeys.id(publicKey);
  }

  /** Signs the UTF-8 bytes of {@code message}; 128 hexadecimal digits. */
  String sign(String message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(message.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sound Ed25519 key signs anything", e);
    }
  }
}
