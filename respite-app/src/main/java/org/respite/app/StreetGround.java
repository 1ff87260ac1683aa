// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.respite.engine.people.Ground;
import org.respite.engine.streets.StreetPlan;
import org.respite.model.casefile.WarFile;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Origin;
import org.respite.roads.network.StreetNetwork;

/** What a case is reckoned on: its own sketch, or the streets that the command or the case names. */
record StreetGround(Optional<Path> roads, Optional<Path> war, Optional<Path> people) {
  /** The files that the command names go before those of the case. */
  StreetGround orOf(Case c) {
    var own = c.geography().streets().roads();
    return new StreetGround(roads.or(own::file), war.or(own::war), people.or(own::people));
  }

  /** Empty after an error among the findings. */
  Optional<Ground> under(Case c, List<Finding> findings) {
    if (roads.isEmpty() && (war.isPresent() || people.isPresent())) {
      findings.add(Finding.error("no-roads", At.file(war.isPresent() ? "--war" : "--people"), "the command names no streets", "there is nothing to lay it on", "give the streets with --roads, or `roads:` in the case"));
      return Optional.empty();
    }
    if (roads.isEmpty()) return Optional.of(new Ground.Schematic(c));
    RoadsSource source = new RoadsSource();
    Optional<StreetNetwork> network = source.opened(roads.get());
    findings.addAll(source.findings());
    Optional<WarFile.Result> overlay = war.map(m -> WarFile.read(m, c));
    overlay.ifPresent(o -> findings.addAll(o.findings()));
    if (network.isEmpty() || Finding.anyError(findings)) return Optional.empty();
    StreetPlan.Result laid = StreetPlan.of(c, network.get(), overlay.map(WarFile.Result::read).orElse(List.of()), people);
    findings.addAll(laid.findings());
    return laid.plan().map(p -> new Ground.OnStreets(c.with(c.origin().with(noted(findings))), p));
  }

  /** The files by name, size and hash, so that whoever runs it again knows whether they are the same. */
  private List<Origin.InputFile> noted(List<Finding> findings) {
    return Stream.of(roads, war, people).flatMap(Optional::stream).flatMap(f -> noted(f, findings).stream()).toList();
  }

  private static Optional<Origin.InputFile> noted(Path file, List<Finding> findings) {
    String name = file.getFileName().toString();
    try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      long bytes = in.transferTo(OutputStream.nullOutputStream());
      return Optional.of(new Origin.InputFile(name, bytes, HexFormat.of().formatHex(in.getMessageDigest().digest())));
    } catch (IOException e) {
      findings.add(Finding.warning("not-noted", At.file(name), "it could not be read a second time: " + e.getMessage(), "the run does not hold its hash", "keep the file with the answer"));
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
