// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.safe;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Value;

/**
 * A random key wrapped under a passphrase: PBKDF2 with HMAC-SHA-512 (RFC 8018), then AES-256-GCM. Changing the passphrase wraps the same key anew; destroying
 * the wrapped key destroys everything under it.
 *
 * @param iterations of PBKDF2; {@link #ITERATIONS} for new locks
 * @param salt 32 hexadecimal digits
 * @param wrapped the key, sealed, in hexadecimal digits
 */
public record Lock(int iterations, String salt, String wrapped) {
  /** Minimum that OWASP's password storage notes (2023) give for PBKDF2-HMAC-SHA512; about a quarter of a second on a laptop. */
  public static final int ITERATIONS = 210_000;

  private static final int MOST_ITERATIONS = 10_000_000;
  private static final String PURPOSE = "respite-workspace/1 key";

  /** A lock with the key under it. */
  public record Opened(Lock lock, Sealing sealing) {}

  /** A new random key under {@code passphrase}. */
  public static Opened create(char[] passphrase) {
    byte[] key = Sealing.random(Sealing.KEY_BYTES);
    return new Opened(wrap(key, passphrase), new Sealing(key));
  }

  private static Lock wrap(byte[] key, char[] passphrase) {
    byte[] salt = Sealing.random(16);
    return new Lock(ITERATIONS, HexFormat.of().formatHex(salt), HexFormat.of().formatHex(new Sealing(derive(passphrase, salt, ITERATIONS)).seal(key, PURPOSE)));
  }

  private Optional<byte[]> key(char[] passphrase) {
    return new Sealing(derive(passphrase, HexFormat.of().parseHex(salt), iterations)).open(HexFormat.of().parseHex(wrapped), PURPOSE);
  }

  /** The key under it; empty where the passphrase is another. */
  public Optional<Sealing> open(char[] passphrase) {
    return key(passphrase).map(Sealing::new);
  }

  /** The same key under another passphrase; empty where {@code from} is not the one in use. */
  public Optional<Lock> change(char[] from, char[] to) {
    return key(from).map(k -> wrap(k, to));
  }

  private static byte[] derive(char[] passphrase, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, Sealing.KEY_BYTES * 8);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2 with HMAC-SHA-512", e);
    } finally {
      spec.clearPassword();
    }
  }

  public Value.Fields fields() {
    return Value.Fields.with().text("kdf", "PBKDF2WithHmacSHA512").whole("iterations", iterations).text("salt", salt).text("wrapped", wrapped).done();
  }

  public static Lock read(Asked in) {
    if (!in.text("kdf").equals("PBKDF2WithHmacSHA512")) in.fault("kdf", "the way to derive a key is not known here", "use the version that wrote it");
    long iterations = in.whole("iterations");
    if (iterations < 1 || iterations > MOST_ITERATIONS) in.fault("iterations", "%d iterations".formatted(iterations), "1 to %d".formatted(MOST_ITERATIONS));
    return new Lock((int) Math.min(Math.max(iterations, 1), MOST_ITERATIONS), hex(in, "salt", 32), hex(in, "wrapped", 2));
  }

  private static String hex(Asked in, String key, int atLeast) {
    String written = in.text(key);
    if (written.length() >= atLeast && written.length() % 2 == 0 && written.matches("[0-9a-f]*")) return written;
    in.fault(key, "it is not hexadecimal", "the file is damaged");
    return "00".repeat(16);
  }
}
