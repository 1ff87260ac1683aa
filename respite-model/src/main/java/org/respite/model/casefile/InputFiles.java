// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.respite.model.finding.At;
import org.respite.model.scenario.Origin.InputFile;

/** The files of a case folder: whole, UTF-8, not too large, and remembered with their hash. */
final class InputFiles {
  /** Bytes. The largest case we know is under 1 MiB; beyond this a file is something else. */
  static final long LARGEST = 16L << 20;

  private static final int LONGEST_LINE = 1 << 20;

  private final Path folder;
  private final Findings findings;
  private final List<InputFile> read = new ArrayList<>();

  InputFiles(Path folder, Findings findings) {
    this.folder = folder;
    this.findings = findings;
  }

  List<InputFile> read() {
    return List.copyOf(read);
  }

  /** Remembers a file that somebody else reads, with its hash. */
  void note(String name) {
    Optional<Path> path = path(name);
    if (path.isEmpty()) return;
    try {
      byte[] bytes = Files.readAllBytes(path.get());
      read.add(new InputFile(name, bytes.length, sha256(bytes)));
    } catch (IOException e) {
      unreadable(name, e);
    }
  }

  /** Whether something of that name lies in the folder. */
  boolean has(String name) {
    return Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  private Optional<Path> path(String name) {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder.normalize())) {
      findings.error("outside-folder", At.file(name), "the file lies outside the case folder", "a case would not be whole when mailed", "put it beside case.yaml");
      return Optional.empty();
    }
    if (!Files.isRegularFile(path)) {
      boolean other = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      findings.error("no-file", At.file(name), other ? "it is no regular file" : "the file is not there", "that part of the case is missing", "docs/case-format.md says what it holds");
      return Optional.empty();
    }
    return Optional.of(path);
  }

  private void unreadable(String name, IOException e) {
    findings.error("unreadable", At.file(name), "it cannot be read: " + e.getMessage(), "that part of the case is missing", "check permissions and the disk");
  }

  /** The file's text; empty after a finding. */
  Optional<String> text(String name) {
    Optional<Path> found = path(name);
    if (found.isEmpty()) return Optional.empty();
    Path path = found.get();
    try {
      long size = Files.size(path);
      if (size > LARGEST) {
        findings.error("file-too-large", At.file(name), "%,d bytes".formatted(size), "a case file has at most %,d".formatted(LARGEST), "is this the right file?");
        return Optional.empty();
      }
      return decode(name, Files.readAllBytes(path));
    } catch (IOException e) {
      unreadable(name, e);
      return Optional.empty();
    }
  }

  private Optional<String> decode(String name, byte[] bytes) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
      read.add(new InputFile(name, bytes.length, sha256(bytes)));
      return oddities(name, text) ? Optional.empty() : Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      findings.error("not-utf-8", At.file(name), "the file is not UTF-8 text", "names would be garbled", "save it as UTF-8");
      return Optional.empty();
    }
  }

  private boolean oddities(String name, String text) {
    if (text.isBlank()) {
      findings.error("empty-file", At.file(name), "the file is empty", "there is nothing to read", "docs/case-format.md says what it holds");
      return true;
    }
    int line = 1;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      if (c == 0) {
        findings.error("binary-file", new At(name, line), "a NUL character", "the file is not text", "is this the right file?");
        return true;
      }
      if (c != '\n') continue;
      if (i - start > LONGEST_LINE) {
        findings.error("line-too-long", new At(name, line), "a line of %,d characters".formatted(i - start), "no person wrote it", "is this the right file?");
        return true;
      }
      line++;
      start = i + 1;
    }
    return false;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
