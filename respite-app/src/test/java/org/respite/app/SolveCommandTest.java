// SPDX-License-Identifier: Apache-2.0
package org.respite.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** {@code respite solve} as its user runs it. */
class SolveCommandTest {
  /** 10 people, 2 steps from the gate, 3 a step: 3, 6, 9, 10 are out by steps 2, 3, 4, 5. */
  private static final String LANE = "c lane\np eaf 2 1 8\nn 1 s 10\nn 2 t\na 1 2 3 2\n";

  @TempDir Path folder;

  private record Said(int code, String out, String err) {}

  private static Said run(String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = Respite.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Said(code, out.toString(), err.toString());
  }

  private Said solve(String text, String... options) throws IOException {
    var args = new ArrayList<>(List.of("solve", Files.writeString(folder.resolve("x.eaf"), text).toString()));
    args.addAll(List.of(options));
    return run(args.toArray(String[]::new));
  }

  /** What was found, as line and words, the folder's name left out. */
  private List<String> findings(String text) throws IOException {
    Said said = solve(text);
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    String place = folder.resolve("x.eaf") + ":";
    return said.err().lines().filter(l -> l.startsWith(place)).map(l -> l.substring(place.length())).toList();
  }

  // By step 24 the near gate passes 10 steps of 6, the far one 17 of 4 (from step 2 + 6), the long way 5 of 3 (from step 20): 60 + 68 + 15.
  @Test
  void theExampleOfTheDocumentationAnswersAsItSays() {
    Said said = run("solve", "../docs/examples/two-gates.eaf");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out()).startsWith("143 of 180 people can be out by step 24, and no plan can do better (proved for every step)");
  }

  @Test
  void arrivalsAreCumulativeFromStepZeroToTheLast() throws IOException {
    Said said = solve(LANE, "--arrivals");
    assertThat(said.out()).isEqualTo("t,arrived\n0,0\n1,0\n2,3\n3,6\n4,9\n5,10\n6,10\n7,10\n8,10\n");
    assertThat(said.err()).isEmpty();
    assertThat(said.code()).isZero();
  }

  @Test
  void untilEndsTheCurveAndTheAnswerIsThenNotEnough() throws IOException {
    Said said = solve(LANE, "--until", "3", "--arrivals");
    assertThat(said.out()).isEqualTo("t,arrived\n0,0\n1,0\n2,3\n3,6\n");
    assertThat(said.code()).isEqualTo(1);
    assertThat(solve(LANE, "--until", "0", "--arrivals").out()).isEqualTo("t,arrived\n0,0\n");
  }

  @Test
  void withoutOptionsItSaysHowManyAndThatItIsProved() throws IOException {
    assertThat(solve(LANE).out()).isEqualTo("""
        10 of 10 people can be out by step 8, and no plan can do better (proved for every step)
        the last of them at step 5
        """);
  }

  @Test
  void theCutNamesWhatIsFull() throws IOException {
    assertThat(solve(LANE, "--until", "3", "--cut").out()).isEqualTo("what,number,from,to,people\narc,1,0,2,6\n");
    // By step 8 the gate would let 21 through: it is the 10 people of node 1 who are all out.
    assertThat(solve(LANE, "--cut").out()).isEqualTo("what,number,from,to,people\nsupply,1,0,,10\n");
  }

  @Test
  void thePlanTellsWhoLeavesWhenAndWhichWay() throws IOException {
    assertThat(solve(LANE, "--plan").out()).isEqualTo("node,step,people,out_at,way\n1,0,3,2,1\n1,1,3,3,1\n1,2,3,4,1\n1,3,1,5,1\n");
  }

  @Test
  void quickestGivesTheStepAndTheCutOneStepTooEarly() throws IOException {
    Said said = solve(LANE, "--quickest");
    assertThat(said.out()).isEqualTo("10 people can be out by step 5 and not sooner: by step 4 no plan has more than 9 out (proved)\n");
    assertThat(said.code()).isZero();
    assertThat(solve(LANE, "--quickest", "0.9").out()).startsWith("9 people can be out by step 4 and not sooner: by step 3 no plan has more than 6");
    assertThat(solve(LANE, "--quickest", "0").out()).isEqualTo("0 people can be out by step 0\n");
    assertThat(solve(LANE, "--quickest=0.5", "--arrivals").out()).isEqualTo("t,arrived\n0,0\n1,0\n2,3\n3,6\n");
  }

  @Test
  void quickestBeforeTheFileTakesTheFileForAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("x.eaf"), LANE);
    assertThat(run("solve", "--quickest", file.toString()).out()).startsWith("10 people can be out by step 5");
    assertThat(run("solve", "--quickest", "0.9", file.toString()).out()).startsWith("9 people can be out by step 4");
  }

  @Test
  void quickestWithinAHorizonThatIsTooNearSaysHowManyAtMost() throws IOException {
    Said said = solve(LANE, "--until", "4", "--quickest");
    assertThat(said.out()).isEqualTo("10 people cannot be out by step 4: no plan has more than 9 out by then (proved)\n");
    assertThat(said.code()).isEqualTo(1);
  }

  @Test
  void jsonHoldsExactlyWhatWasAskedFor() throws IOException {
    assertThat(solve(LANE, "--json").out())
        .isEqualTo("{\"people\":10,\"until\":8,\"out\":10,\"last_arrival\":5,\"proved_steps\":9}\n");
    assertThat(solve(LANE, "--json", "--until", "3", "--arrivals", "--cut", "--plan").out()).isEqualTo(
        "{\"people\":10,\"until\":3,\"out\":6,\"last_arrival\":3,\"proved_steps\":4,\"arrived\":[0,0,3,6],"
            + "\"cut\":{\"arcs\":[{\"arc\":1,\"from\":0,\"to\":2,\"people\":6}],\"storage\":[],\"supply\":[]},"
            + "\"plan\":[{\"node\":1,\"step\":0,\"people\":3,\"out_at\":2,\"arcs\":[1],\"entered_after\":[0]},"
            + "{\"node\":1,\"step\":1,\"people\":3,\"out_at\":3,\"arcs\":[1],\"entered_after\":[0]}]}\n");
    assertThat(solve(LANE, "--json", "--quickest").out()).contains("\"quickest\":{\"people\":10,\"step\":5,\"most_before\":9}");
    assertThat(solve(LANE, "--json", "--quickest", "--until", "4").out())
        .contains("\"quickest\":{\"people\":10,\"step\":null,\"most_before\":9}");
  }

  @Test
  void marginalSaysWhatOneMoreOfSomethingWouldBring() throws IOException {
    // By step 3 two steps of the gate count: one more a step brings 2, a second gate could bring 6 but only 4 people are left; a tenth of 3 is rounded up to the same one.
    assertThat(solve(LANE, "--until", "3", "--marginal").out())
        .isEqualTo("change,arc,from,to,by,gain,most\nsecond_gate,1,0,4,0,4,6\ncapacity,1,0,4,1,2,2\n");
    assertThat(solve(LANE, "--until", "3", "--marginal", "0", "--json").out()).endsWith(",\"marginal\":[]}\n");
    // Open during steps 0 to 1 only: a third step brings 3 more.
    assertThat(solve(LANE + "w 1 2 9 0\n", "--marginal=0").out())
        .isEqualTo("change,arc,from,to,by,gain,most\nwindow,1,2,3,3,3,3\n");
    assertThat(solve(LANE, "--marginal=-1").code()).isEqualTo(2);
  }

  @Test
  void platoonsAreToldWithTheirLoss() throws IOException {
    Said said = solve(LANE, "--platoons", "4");
    assertThat(said.out()).isEqualTo("node,from,to,people,waiting,way\n1,0,4,10,0,1\n");
    assertThat(said.err()).isEqualTo("1 platoons of up to 4 steps instead of 4 departures: 10 people are out by the last step, 0 fewer than could be\n");
    assertThat(solve(LANE, "--platoons", "4", "--json").out())
        .endsWith(",\"platoons\":{\"period\":4,\"out\":10,\"loss\":0,\"list\":[{\"node\":1,\"from\":0,\"to\":4,\"people\":10,\"waiting\":0,\"arcs\":[1]}]}}\n");
    assertThat(solve(LANE, "--platoons", "0").err()).isEqualTo("--platoons 0 is no period\n  hint: choose 1 step or more, such as 15\n");
  }

  @Test
  void findingsAreJsonTooAndAreSaidAsWell() throws IOException {
    Said said = solve("p eaf 1 0 -1\n", "--json");
    assertThat(said.code()).isEqualTo(2);
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), said.out())) {
      while (parser.nextToken() != null) parser.skipChildren();
    }
    assertThat(said.out()).startsWith("{\"findings\":[{\"file\":").contains("\"line\":1,\"what\":\"last step \\\"-1\\\"\"");
    assertThat(said.err()).endsWith("1 finding; nothing was solved\n");
  }

  @Test
  void numbersThatAreNegativeOrFractionalAreNamed() throws IOException {
    assertThat(findings("p eaf 3 3 5\nn 1 s -4\nn 2 s 1.5\nn 3 t\na 1 3 -1 1\na 1 3 1 0.5\na 2 3 1e3 1\nh 2 -2\nw 1 0 3 -7\n"))
        .containsExactly("2: people \"-4\"", "3: people \"1.5\"", "5: capacity \"-1\"", "6: travel time \"0.5\"", "7: capacity \"1e3\"",
            "8: storage \"-2\"", "9: capacity \"-7\"");
  }

  @Test
  void nodesAndArcsThatAreNotThereAreNamed() throws IOException {
    assertThat(findings("p eaf 3 2 5\nn 9 s 4\nn 0 t\na 1 4 1 1\na 77 3 1 1\nw 3 0 1 1\nh 5 inf\n"))
        .containsExactly("2: node 9 is out of range", "3: node 0 is out of range", "4: head 4 is out of range", "5: tail 77 is out of range",
            "6: arc 3 is out of range", "7: node 5 is out of range");
  }

  @Test
  void aWindowThatBeginsPastTheLastStepIsNamed() throws IOException {
    assertThat(findings("p eaf 2 1 5\na 1 2 1 1\nw 1 6 7 1\nw 1 4 2 1\n"))
        .containsExactly("3: first step 6 is out of range", "4: end step 2 is out of range");
  }

  @Test
  void peopleAtASinkAreNamed() throws IOException {
    assertThat(findings("p eaf 2 0 5\nn 1 t\nn 1 s 3\n")).containsExactly("3: node 1 is both source and sink");
    assertThat(findings("p eaf 2 0 5\nn 1 s 3\nn 1 t\n")).containsExactly("3: node 1 is both source and sink");
  }

  @Test
  void aSentenceSaysWhatToWriteInstead() throws IOException {
    assertThat(solve("p eaf 2 1 5\na 1 2 x 1\n").err()).isEqualTo(folder.resolve("x.eaf")
        + ":2: capacity \"x\"\n  hint: a whole number from 0 to 2147483647\n1 finding; nothing was solved\n");
  }

  @Test
  void nothingAndOtherKindsOfFilesAreNotInstances() throws IOException {
    assertThat(findings("")).containsExactly("0: nothing to solve");
    assertThat(findings("c only a comment\n\n")).containsExactly("2: nothing to solve");
    assertThat(findings("{\"nodes\": 3}\n")).containsExactly("1: record \"{\"nodes\":\" before the first line p eaf N M T");
    assertThat(findings("p max 3 2 1\n")).contains("1: kind \"max\" instead of eaf");
    assertThat(findings("PK\u0003\u0004\n")).containsExactly("1: record \"PK??\" before the first line p eaf N M T");
  }

  @Test
  void aFileCutOffInTheMiddleIsNamed() throws IOException {
    assertThat(findings("p eaf 2 3 5\nn 1 s 3\nn 2 t\na 1 2 3 1\na 1 2")).containsExactly("5: capacity is missing", "5: 2 arcs, but line p announces 3");
  }

  @Test
  void moreThanTwoHundredFindingsAreCounted() throws IOException {
    assertThat(findings("p eaf 2 0 5\n" + "q\n".repeat(300))).hasSize(201).last().isEqualTo("301: 100 further findings");
  }

  @Test
  void missingFilesFoldersAndStepsAreSaidInOneLine() throws IOException {
    assertThat(run("solve", folder.resolve("none.eaf").toString())).isEqualTo(new Said(2, "",
        folder.resolve("none.eaf") + " does not exist\n  hint: name an .eaf file, or - for standard input\n"));
    assertThat(run("solve", "no\u0000where").err()).contains("does not exist");
    assertThat(run("solve", folder.toString())).isEqualTo(new Said(2, "", folder + " is a folder\n  hint: name an .eaf file\n"));
    assertThat(solve(LANE, "--until", "9").err()).isEqualTo("--until 9 is not a step of " + folder.resolve("x.eaf") + "\n  hint: choose 0 to 8\n");
    assertThat(solve(LANE, "--quickest", "1.5").err()).isEqualTo("--quickest 1.5 is not a share of the people\n  hint: choose 0 to 1, such as 0.9\n");
    assertThat(solve(LANE, "--until", "2.5").code()).isEqualTo(2);
    assertThat(run("solve").code()).isEqualTo(2);
  }

  @Test
  void whatCannotFitIsRefusedWithTheEstimateBeforeAnythingIsMade() throws IOException {
    assertThat(findings("p eaf 1000000 10000000 1000000\n"))
        .containsExactly("1: 1,000,000 nodes x 1,000,001 steps are 1,000,001,000,000, more than 2,147,483,583");
    long megabytes = Runtime.getRuntime().maxMemory() / 1_000_000;
    assertThat(findings("p eaf 10 2000000000 100\n"))
        .containsExactly("1: solving needs at least %,d MB, Java may use %,d MB".formatted(200_001, megabytes));
  }

  @Test
  void aLineOfAGigabyteIsReadWithoutKeepingIt() {
    InputStream stdin = System.in;
    try {
      System.setIn(new Endless(1L << 30));
      Said said = run("solve", "-");
      assertThat(said.code()).isEqualTo(2);
      assertThat(said.err()).startsWith("-:1: a record of more than 1024 bytes\n");
    } finally {
      System.setIn(stdin);
    }
  }

  /** So many bytes of x, then the end. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
      if (left <= 0) return -1;
      int count = (int) Math.min(left, length);
      java.util.Arrays.fill(to, from, from + count, (byte) 'x');
      left -= count;
      return count;
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "1, 0, 1", "10000, 3, 0"})
  void theLastStepMayBeTheFirstOrTheTenThousandth(int horizon, int out, int code) throws IOException {
    longWay(horizon, out, code);
  }

  @Test
  void theLastStepMayBeTheMillionth() throws IOException {
    longWay(1_000_000, 3, 0);
  }

  /** 3 people, one a step, all but 1,000 of the steps on the way when there is time for it. */
  private void longWay(int horizon, int out, int code) throws IOException {
    Said said = solve("p eaf 2 1 " + horizon + "\nn 1 s 3\nn 2 t\na 1 2 1 " + Math.max(2, horizon - 1000) + "\n", "--json");
    assertThat(said.out()).contains("\"until\":" + horizon + ",\"out\":" + out + ",");
    assertThat(said.code()).isEqualTo(code);
  }

  @Test
  void standardInputIsAnInstanceToo() {
    InputStream stdin = System.in;
    try {
      System.setIn(new ByteArrayInputStream(LANE.getBytes(StandardCharsets.UTF_8)));
      assertThat(run("solve", "-", "--arrivals").out()).startsWith("t,arrived\n0,0\n1,0\n2,3\n");
    } finally {
      System.setIn(stdin);
    }
  }

  /** The optima of others, at every step they list, through the command line. */
  @TestFactory
  Stream<DynamicTest> everySmallKnownInstancePrintsItsKnownCurve() throws IOException {
    Path known = Path.of(System.getProperty("respite.shared", "shared"), "flow");
    assumeTrue(Files.isDirectory(known), "no folder of known instances at " + known);
    try (Stream<Path> all = Files.list(known)) {
      return all.filter(f -> f.toString().endsWith(".eaf") && f.toFile().length() < 10_000).sorted().toList().stream()
          .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> {
            List<String> printed = run("solve", f.toString(), "--arrivals").out().lines().toList();
            assertThat(printed).containsAll(Files.readAllLines(Path.of(f.toString().replace(".eaf", ".curve.csv"))));
          }));
    }
  }
}
