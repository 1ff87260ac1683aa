// SPDX-License-Identifier: Apache-2.0
package org.respite.app.assess;

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
import org.respite.app.roads.RoadsSource;
import org.respite.engine.people.Ground;
import org.respite.engine.streets.StreetPlan;
import org.respite.model.casefile.WarFile;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;
import org.respite.model.scenario.Case;
import org.respite.model.scenario.Origin;
import org.respite.model.scenario.Streets;
import org.respite.roads.attributes.StreetTable;
import org.respite.roads.network.StreetNetwork;

/** What a case is reckoned on: its own sketch, or the streets that the command or the case names. */
public record StreetGround(Streets.Roads files) {
  /** The files that the command names go before those of the case. */
  public StreetGround orOf(Case c) {
    return new StreetGround(files.or(c.geography().streets().roads()));
  }

  /** Empty after an error among the findings. */
  public Optional<Ground> under(Case c, List<Finding> findings) {
    if (files.file().isEmpty()) return sketch(c, findings);
    RoadsSource source = new RoadsSource();
    Optional<StreetNetwork> network = source.opened(files.file().get());
    findings.addAll(source.findings());
    Optional<WarFile.Result> war = files.war().map(m -> WarFile.read(m, c));
    war.ifPresent(w -> findings.addAll(w.findings()));
    Optional<StreetTable.Result> table = files.table().map(StreetTable::read);
    table.ifPresent(t -> findings.addAll(t.findings()));
    if (network.isEmpty() || Finding.anyError(findings)) return Optional.empty();
    StreetPlan.Over over = new StreetPlan.Over(war.map(WarFile.Result::read).orElse(List.of()), files.people(), table.flatMap(StreetTable.Result::read).orElseGet(StreetTable::standard));
    StreetPlan.Result laid = StreetPlan.of(c, network.get(), over);
    findings.addAll(laid.findings());
    return laid.plan().map(p -> new Ground.OnStreets(c.with(c.origin().with(noted(findings))), p));
  }

  private Optional<Ground> sketch(Case c, List<Finding> findings) {
    Optional<String> alone = files.war().map(_ -> "--war").or(() -> files.people().map(_ -> "--people")).or(() -> files.table().map(_ -> "--table"));
    alone.ifPresent(option -> findings.add(Finding.error("no-roads", At.file(option), "the command names no streets", "there is nothing to lay it on", "give the streets with --roads, or `roads:` in the case")));
    return alone.isPresent() ? Optional.empty() : Optional.of(new Ground.Schematic(c));
  }

  /** The files by name, size and hash, so that whoever runs it again knows whether they are the same. */
  private List<Origin.InputFile> noted(List<Finding> findings) {
    return files.all().flatMap(f -> noted(f, findings).stream()).toList();
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
