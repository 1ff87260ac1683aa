// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.safe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.respite.ledger.Identities;
import org.respite.ledger.Ledgers;
import org.respite.ledger.Wipe;
import org.respite.ledger.Workspace;
import org.respite.ledger.form.Refused;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Verifier;

/** What lies on the disk, and on the stick, is of no use without the passphrase. */
class LockTest {
  private static final String SECRET = "meet at the northern gate";
  private static final char[] PASS = "correct horse".toCharArray();
  private static final char[] OTHER = "battery staple".toCharArray();

  @TempDir Path dir;

  private Workspace open(char[] passphrase) throws Refused {
    return Workspace.open(dir, Optional.of(passphrase), Ledgers.NOON);
  }

  private boolean found(String words) throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path f : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) if (Files.readString(f, StandardCharsets.ISO_8859_1).contains(words)) return true;
    }
    return false;
  }

  @Test
  void aWorkspacePutUnderAPassphraseHoldsNoPlainWord() throws Exception {
    try (Workspace w = Ledgers.init(dir)) {
      Ledgers.add(w, "statement", "{'id':'s1','party':'north','text':'%s'}".formatted(SECRET));
      w.originals().keep(SECRET.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(found(SECRET)).isTrue();
    Workspace.lock(dir, PASS, Ledgers.NOON);
    assertThat(found(SECRET)).isFalse();
    try (Workspace w = open(PASS)) {
      Ledgers.add(w, "statement", "{'id':'s2','party':'north','text':'%s'}".formatted(SECRET));
      assertThat(w.contents().entries().map(Recorded::name)).contains("s1", "s2");
      assertThat(w.verify(new Verifier.Options(Set.of(), false)).failures()).isEmpty();
      assertThat(w.originals().get(org.respite.ledger.proof.Sha256.of(SECRET.getBytes(StandardCharsets.UTF_8)))).asString().isEqualTo(SECRET);
    }
    assertThat(found(SECRET)).isFalse();
  }

  @Test
  void withoutTheRightPassphraseNothingOpens() throws Exception {
    Ledgers.init(dir).close();
    Workspace.lock(dir, PASS, Ledgers.NOON);
    assertThat(catchThrowableOfType(Refused.class, () -> open(OTHER)).findings().getFirst().what()).isEqualTo("this is not the passphrase of the workspace");
    assertThat(catchThrowableOfType(Refused.class, () -> Workspace.open(dir, Optional.empty(), Ledgers.NOON)).findings().getFirst().code()).isEqualTo("locked");
    Workspace.changePassphrase(dir, PASS, OTHER);
    assertThat(catchThrowableOfType(Refused.class, () -> open(PASS)).findings().getFirst().code()).isEqualTo("wrong-passphrase");
    open(OTHER).close();
  }

  @Test
  void identitiesHaveAKeyOfTheirOwnAndAreNeverInTheLedger() throws Exception {
    try (Workspace w = Ledgers.init(dir)) {
      Ledgers.add(w, "source", "{'key':'call-7','publisher':'a baker in the north','reliability':'B'}");
      Identities.open(dir, PASS).put("call-7", SECRET);
      assertThat(found(SECRET)).isFalse();
      assertThat(new String(Ledgers.file(w), StandardCharsets.UTF_8)).doesNotContain(SECRET);
    }
    assertThat(Identities.open(dir, PASS).find("call-7")).contains(SECRET);
    assertThat(Identities.open(dir, PASS).find("call-8")).isEmpty();
    assertThat(catchThrowableOfType(Refused.class, () -> Identities.open(dir, OTHER)).findings().getFirst().code()).isEqualTo("wrong-passphrase");
  }

  @Test
  void afterWipingNothingIsLeft() throws Exception {
    Ledgers.init(dir.resolve("w")).close();
    assertThat(Wipe.workspace(dir.resolve("w"))).isEqualTo(2);
    assertThat(dir.resolve("w")).doesNotExist();
  }

  @Test
  void aBundleOpensWithItsPassphraseOnly() throws Refused {
    byte[] bundle = Bundle.seal(SECRET.getBytes(StandardCharsets.UTF_8), PASS);
    assertThat(Bundle.open(bundle, PASS, "stick")).asString().isEqualTo(SECRET);
    assertThat(catchThrowableOfType(Refused.class, () -> Bundle.open(bundle, OTHER, "stick")).findings().getFirst().code()).isEqualTo("wrong-passphrase");
  }

  @Test
  void aBundleThatBrokeOffAnywhereIsSeen() throws Exception {
    byte[] bundle = Bundle.seal(SECRET.getBytes(StandardCharsets.UTF_8), PASS);
    for (int n = 0; n < bundle.length; n++) {
      byte[] part = Arrays.copyOf(bundle, n);
      String code = catchThrowableOfType(Refused.class, () -> Bundle.open(part, PASS, "stick")).findings().getFirst().code();
      assertThat(code).isIn("broken-off", "bundle-damaged");
    }
  }

  /** Behind its first line, every byte is sealed: 12 of nonce, the text, 16 of tag. One of those that derive a key would cost a quarter of a second each. */
  @Test
  void aBundleChangedAnywhereDoesNotOpen() {
    byte[] sealed = new Sealing(new byte[32]).seal(SECRET.getBytes(StandardCharsets.UTF_8), "x");
    assertThat(IntStream.range(0, sealed.length * 8).filter(bit -> {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      return new Sealing(new byte[32]).open(changed, "x").isPresent();
    })).isEmpty();
    assertThat(new Sealing(new byte[32]).open(sealed, "another purpose")).isEmpty();
  }
}
