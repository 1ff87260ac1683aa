// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.respite.kernel.eaf.EafReader;

/** Instances with optima proved by others: a maximum flow on the explicit network per step (OR-Tools 9.15). */
class SharedInstancesTest {
  private static final Path FOLDER = Path.of(System.getProperty("respite.shared", "shared"), "flow");

  @TestFactory
  Stream<DynamicTest> everyInstanceHasItsKnownOptimumAtEveryListedStep() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no folder of known instances at " + FOLDER);
    List<Path> files;
    try (Stream<Path> all = Files.list(FOLDER)) {
      files = all.filter(f -> f.toString().endsWith(".eaf")).sorted().toList();
    }
    return files.stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> matches(f)));
  }

  private static void matches(Path file) throws IOException {
    FlowProblem problem;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      problem = EafReader.read(in).problem().orElseThrow();
    }
    ArrivalFlow solved = EarliestArrival.solve(problem);
    long[] arrived = solved.arrived();
    List<String> lines = Files.readAllLines(Path.of(file.toString().replace(".eaf", ".curve.csv")));
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",");
      int t = Integer.parseInt(fields[0]);
      assertThat(arrived[t]).as("arrived by step %d", t).isEqualTo(Long.parseLong(fields[1]));
    }
    assertThat(Certificate.prove(problem, solved).holds()).isTrue();
    assertThat(Certificate.cutValue(problem, solved.cut(problem.horizon()))).isEqualTo(arrived[problem.horizon()]);
  }
}
