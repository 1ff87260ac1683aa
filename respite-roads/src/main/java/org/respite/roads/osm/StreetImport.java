// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.roads.network.Provenance;
import org.respite.roads.network.StreetNetwork;

/**
 * Makes a network of an OSM file. Two readings: without an area, streets first and then only the nodes they use, so that memory grows with
 * the streets and not with the file; with an area, the nodes inside first and then only the streets that reach it, so that memory grows with
 * the area and not with the country.
 */
public final class StreetImport {
  /** Raised with every change of what an import makes of a file. */
  public static final String IMPORTER = "respite-roads 1";

  private static final String REFUSED = "no street can be read from it";

  private final Path file;
  private final Optional<Clip> clip;
  private final int threads;
  private final Oddities oddities = new Oddities();

  private StreetImport(Path file, Optional<Clip> clip, int threads) {
    this.file = file;
    this.clip = clip;
    this.threads = threads;
  }

  /**
   * What came of an import.
   *
   * @param read the network; empty if any finding is an error
   * @param findings everything odd in the source, counted, each with an example; worst first
   */
  public record Result(Optional<StreetNetwork> read, List<Finding> findings) {}

  /**
   * Reads an {@code .osm.pbf}, {@code .osm} or {@code .osm.gz} file, told apart by what it holds, not by its name. Never throws for what
   * stands in it.
   *
   * @param threads at least 1; the result does not depend on it
   */
  public static Result read(Path file, Optional<Clip> clip, int threads) {
    return new StreetImport(file, clip, threads).read();
  }

  private Result read() {
    try {
      CompletableFuture<String> hash = CompletableFuture.supplyAsync(() -> sha256(file));
      StreetNetwork network = network(hash, true);
      if (network.links() == 0) return refused("no-streets", clip.isPresent() ? "it holds no street inside the area" : "it holds no street", "give an extract that covers the place");
      List<Finding> findings = oddities.findings(name());
      return new Result(Optional.of(network), findings);
    } catch (BrokenSource e) {
      return refused(e.code(), e.getMessage(), e.remedy());
    } catch (OutOfMemoryError e) { // what was read is no longer reachable here: there is room again to say so
      return refused("too-large", "its streets do not fit into the %,d MB of memory that the program may use".formatted(Runtime.getRuntime().maxMemory() >> 20), "cut out the area with --area or --bbox, or use a machine with more memory");
    } catch (NoSuchFileException e) {
      return refused("no-file", "there is no such file", "check the path");
    } catch (IOException e) {
      return refused("unreadable", Files.isDirectory(file) ? "it is a folder" : "it cannot be read (%s)".formatted(e.getMessage()), "check the path and its permissions");
    }
  }

  private StreetNetwork network(CompletableFuture<String> hash, boolean trustOrder) throws IOException, BrokenSource {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      return network(source(in, trustOrder), hash);
    } catch (PbfFile.OutOfOrder e) {
      return network(hash, false);
    }
  }

  private Source source(FileChannel in, boolean trustOrder) throws IOException, BrokenSource {
    return switch (Format.of(file)) {
      case PBF -> new PbfFile(in, threads, trustOrder);
      case XML -> new XmlFile(file, false);
      case XML_GZ -> new XmlFile(file, true);
    };
  }

  private StreetNetwork network(Source source, CompletableFuture<String> hash) throws IOException, BrokenSource {
    WayBlock all = new WayBlock(Optional.empty());
    NodeStore nodes;
    if (clip.isPresent()) {
      long[] box = clip.get().boxE7();
      NodeBlock inside = NodeBlock.inside(box);
      source.read(Elements.NODES, () -> NodeBlock.inside(box), inside::addAll);
      oddities.addAll(inside.oddities);
      nodes = NodeStore.of(inside, oddities);
      source.read(Elements.WAYS | Elements.RELATIONS, () -> new WayBlock(Optional.of(nodes)), all::addAll);
    } else {
      source.read(Elements.WAYS | Elements.RELATIONS, () -> new WayBlock(Optional.empty()), all::addAll);
      nodes = NodeStore.waitingFor(all.nodeIds());
      source.read(Elements.NODES, () -> NodeBlock.forStore(nodes), block -> block.settle(oddities));
    }
    oddities.addAll(all.oddities);
    String area = clip.map(Clip::words).orElse("");
    Provenance provenance = new Provenance(name(), hash.join(), source.timestamp(), Provenance.ODBL, area, IMPORTER);
    return new NetworkBuilder(nodes, all.streets, clip.isPresent(), oddities).build(all.restrictions, provenance);
  }

  private String name() {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }

  private Result refused(String code, String what, String remedy) {
    List<Finding> findings = new ArrayList<>(List.of(Finding.error(code, At.file(name()), what, REFUSED, remedy)));
    return new Result(Optional.empty(), List.copyOf(findings));
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What a file holds, told by its first bytes. */
  private enum Format {
    PBF,
    XML,
    XML_GZ;

    static Format of(Path file) throws IOException, BrokenSource {
      byte[] start;
      try (InputStream in = Files.newInputStream(file)) {
        start = in.readNBytes(16);
      }
      String text = new String(start, StandardCharsets.ISO_8859_1);
      String bare = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text;
      if (text.startsWith("\u001f\u008b")) return XML_GZ;
      if (bare.stripLeading().startsWith("<")) return XML;
      if (text.startsWith("BZh")) throw packed("bzip2");
      if (text.startsWith("PK")) throw packed("zip");
      if (text.startsWith("\u00fd7zXZ")) throw packed("xz");
      if (text.startsWith("\u0028\u00b5\u002f\u00fd")) throw packed("zstd");
      boolean words = !text.isEmpty() && text.chars().allMatch(c -> c >= ' ' && c < 127 || c == '\n' || c == '\r' || c == '\t');
      if (words) throw new BrokenSource("not-pbf", "it is text and begins with `%s`".formatted(text.strip()), "give an .osm.pbf, .osm or .osm.gz file");
      return PBF;
    }

    private static BrokenSource packed(String how) {
      return new BrokenSource("osm-compression", "it is packed with %s, which is not read here".formatted(how), "unpack it first, or fetch the .osm.pbf");
    }
  }
}
