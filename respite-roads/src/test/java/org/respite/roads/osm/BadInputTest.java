// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.respite.model.finding.Finding;
import org.respite.roads.Monaco;
import org.respite.roads.network.StreetNetwork;
import org.respite.roads.osm.PbfMaker.Node;
import org.respite.roads.osm.PbfMaker.Way;

/** Whatever a file holds: a network or a finding that says what to do, never an exception, never memory without end. */
class BadInputTest {
  private static final Node A = new Node(1, 37.10, 36.20);
  private static final Node B = new Node(2, 37.11, 36.20);
  private static final Way AB = new Way(9, new long[] {1, 2}, "highway", "residential");

  @TempDir Path folder;

  private StreetImport.Result read(byte[] bytes) throws IOException {
    return StreetImport.read(Files.write(folder.resolve("x.osm.pbf"), bytes), Optional.empty(), 2);
  }

  private String refusal(byte[] bytes) throws IOException {
    StreetImport.Result result = read(bytes);
    assertThat(result.read()).isEmpty();
    assertThat(result.findings()).hasSize(1);
    return result.findings().getFirst().what();
  }

  private static PbfMaker maker() {
    return new PbfMaker().header();
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void denseAndPlainNodesInZlibAndRawBlocksMeanTheSame(boolean dense, boolean zlib) throws IOException {
    PbfMaker maker = new PbfMaker();
    maker.dense = dense;
    maker.zlib = zlib;
    StreetNetwork n = read(maker.header().nodes(A, new Node(2, 37.11, 36.20, "barrier", "bollard")).ways(AB).bytes()).read().orElseThrow();
    assertThat(n.lonE7(1)).isEqualTo(371_100_000);
    assertThat(n.usersThrough(1)).isEqualTo(3);
    assertThat(n.provenance().osmTimestamp()).isEqualTo("2016-10-19T00:00:00Z");
  }

  @Test
  void anotherGranularityIsHonoured() throws IOException {
    PbfMaker maker = new PbfMaker();
    maker.granularity = 1000;
    assertThat(read(maker.header().nodes(A, B).ways(AB).bytes()).read().orElseThrow().latE7(0)).isEqualTo(362_000_000);
  }

  @Test
  void waysBeforeNodesAreReadWhateverTheHeaderPromises() throws IOException {
    assertThat(read(maker().ways(AB).nodes(A, B).bytes()).read()).isPresent();
    byte[] lie = new PbfMaker().sortedHeader().ways(AB).nodes(A, B).nodes(new Node(7, 0, 0)).nodes(new Node(8, 0, 0)).ways(AB).nodes(new Node(9, 0, 0)).bytes();
    assertThat(read(lie).read()).isPresent();
  }

  @Test
  void aFileCutAtABlockBoundaryLosesStreetsOrIsRefusedAndCutInsideItIsAlwaysRefused() throws IOException {
    PbfMaker maker = maker().nodes(A).nodes(B).ways(AB);
    byte[] whole = maker.bytes();
    for (int length = 0; length < whole.length; length++) {
      StreetImport.Result result = read(Arrays.copyOf(whole, length));
      assertThat(result.read()).as("%d of %d bytes", length, whole.length).isEmpty();
      assertThat(Finding.anyError(result.findings())).isTrue();
    }
    int cut = maker.boundaries().get(2) + 3;
    assertThat(refusal(Arrays.copyOf(whole, cut))).isEqualTo("it ends in the middle of the block that begins at byte %,d of %,d".formatted(maker.boundaries().get(2), cut));
    assertThat(refusal(Arrays.copyOf(whole, maker.boundaries().get(1)))).isEqualTo("it holds no street");
    assertThat(refusal(maker().ways(AB).bytes())).isEqualTo("it holds streets and not the nodes they pass");
    assertThat(read(whole).findings()).extracting(Finding::what).containsExactly("it holds no relation, where extracts from OSM hold many");
  }

  @Test
  void whatIsNoPbfIsNamed() throws IOException {
    assertThat(refusal("Dear Sir, please find".getBytes())).isEqualTo("it is text and begins with `Dear Sir, please`");
    assertThat(refusal(new byte[0])).isEqualTo("it is empty");
    assertThat(refusal(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0})).isEqualTo("it does not begin as an OSM PBF file does");
    assertThat(refusal("BZh91AY&SY".getBytes())).isEqualTo("it is packed with bzip2, which is not read here");
    assertThat(refusal("<html><body>404</body></html>".getBytes())).isEqualTo("its root is `html`, not `osm`");
  }

  @Test
  void lengthsOfTwoGigabytesAreNotBelieved() throws IOException {
    byte[] header = Fileformat.BlobHeader.newBuilder().setType("OSMHeader").setDatasize(Integer.MAX_VALUE).build().toByteArray();
    byte[] bytes = new PbfMaker().raw(new byte[] {0, 0, 0, (byte) header.length}).raw(header).bytes();
    assertThat(refusal(bytes)).contains("says it is 2147483647 bytes long; the format allows 33,554,432");
    assertThat(refusal(new byte[] {0x7f, -1, -1, -1, 0})).isEqualTo("it does not begin as an OSM PBF file does");
    Fileformat.Blob huge = Fileformat.Blob.newBuilder().setRawSize(Integer.MAX_VALUE).setZlibData(ByteString.copyFrom(PbfMaker.deflated(new byte[10]))).build();
    assertThat(refusal(maker().blob("OSMData", huge).bytes())).contains("says it inflates to 2147483647 bytes");
  }

  @Test
  void aBlockThatInflatesToMoreOrLessThanItSaysIsRefused() throws IOException {
    ByteString bomb = ByteString.copyFrom(PbfMaker.deflated(new byte[100_000_000]));
    assertThat(refusal(maker().blob("OSMData", Fileformat.Blob.newBuilder().setRawSize(1000).setZlibData(bomb).build()).bytes())).contains("inflates to more than the 1,000 bytes it states");
    ByteString small = ByteString.copyFrom(PbfMaker.deflated(new byte[10]));
    assertThat(refusal(maker().blob("OSMData", Fileformat.Blob.newBuilder().setRawSize(1000).setZlibData(small).build()).bytes())).contains("inflates to 10 bytes and states 1,000");
  }

  @Test
  void otherCompressionsAreRefusedByName() throws IOException {
    ByteString any = ByteString.copyFromUtf8("?");
    assertThat(refusal(maker().blob("OSMData", Fileformat.Blob.newBuilder().setLz4Data(any).build()).bytes())).contains("compressed with lz4, which is not read here");
    assertThat(refusal(maker().blob("OSMData", Fileformat.Blob.newBuilder().setZstdData(any).build()).bytes())).contains("compressed with zstd");
    assertThat(refusal(maker().blob("OSMData", Fileformat.Blob.newBuilder().setLzmaData(any).build()).bytes())).contains("compressed with lzma");
  }

  @Test
  void aRealLz4ExtractIsRefusedByName() throws IOException {
    try (var in = Monaco.class.getResourceAsStream("/monaco-latest.lz4.osm.pbf")) {
      assertThat(refusal(in.readAllBytes())).contains("compressed with lz4");
    }
  }

  @Test
  void aRequiredFeatureWeDoNotUnderstandIsRefusedByName() throws IOException {
    assertThat(refusal(new PbfMaker().header("HistoricalInformation").bytes())).isEqualTo("it requires the feature `HistoricalInformation`, which is not understood here");
  }

  @Test
  void aWayOfAMillionNodesIsReadAndOneOfMoreIsDamage() throws IOException {
    long[] many = LongStream.rangeClosed(1, 1_000_000).toArray();
    StreetImport.Result result = read(maker().nodes(A, B).ways(new Way(9, many, "highway", "track")).bytes());
    assertThat(result.read().orElseThrow().links()).isEqualTo(1);
    assertThat(result.findings()).extracting(Finding::what).anyMatch(w -> w.startsWith("a way passes a node that the file does not hold: 999,998 times, for example node 3 of way 9"));
    long[] more = new long[(1 << 20) + 1];
    assertThat(refusal(maker().nodes(A, B).ways(new Way(9, more, "highway", "track")).bytes())).contains("way 9 has more than 1,048,576 nodes");
  }

  @Test
  void idsNearTheEndOfTheNumbersAreIdsAndPastItDamage() throws IOException {
    long last = Long.MAX_VALUE;
    StreetNetwork n = read(maker().nodes(new Node(last - 1, 37.1, 36.2), new Node(last, 37.2, 36.2)).ways(new Way(last, new long[] {last - 1, last}, "highway", "road")).bytes()).read().orElseThrow();
    assertThat(n.osmNode(1)).isEqualTo(last);
    assertThat(n.way(0)).isEqualTo(last);
    assertThat(refusal(maker().nodes(new Node(last, 1, 1), new Node(Long.MIN_VALUE + 5, 1, 1)).ways(AB).bytes())).isNotEmpty();
  }

  @Test
  void nodesOutsideTheWorldAreCountedAndTakenAsMissing() throws IOException {
    StreetImport.Result result = read(maker().nodes(A, B, new Node(3, 181, 0), new Node(4, 0, -9000)).ways(AB, new Way(10, new long[] {2, 3, 4}, "highway", "primary")).bytes());
    assertThat(result.read().orElseThrow().links()).isEqualTo(1);
    assertThat(result.findings()).extracting(Finding::what).contains("a node lies outside the world: 2 times, for example node 3");
  }

  static final String XML =
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <osm version="0.6" timestamp="2016-10-19T00:00:00Z">
        <node id="1" lat="36.2" lon="37.1"/><node id="-2" lat="36.2" lon="37.11"/><node id="3" action="delete"/>
        <way id="9"><nd ref="1"/><nd ref="-2"/><tag k="highway" v="residential"/><tag k="name" v="شارع &amp; co"/></way>
        <way id="10" visible="false"><nd ref="1"/><nd ref="-2"/><tag k="highway" v="primary"/></way>
      </osm>
      """;

  @Test
  void xmlIsReadPlainAndGzippedAndWhatIsDeletedIsLeftOut() throws IOException {
    StreetNetwork n = read(XML.getBytes()).read().orElseThrow();
    assertThat(n.links()).isEqualTo(1);
    assertThat(n.label(0).name()).isEqualTo("شارع & co");
    assertThat(n.osmNode(1)).isEqualTo(-2);
    assertThat(n.provenance().osmTimestamp()).isEqualTo("2016-10-19T00:00:00Z");
    assertThat(read(gzip(XML.getBytes())).read().orElseThrow().links()).isEqualTo(1);
  }

  @Test
  void brokenXmlTellsItsLine() throws IOException {
    assertThat(refusal(XML.replace("</way>\n", "").getBytes())).startsWith("its XML is broken at line ");
    assertThat(refusal(XML.replace("lat=\"36.2\"", "lat=\"north\"").getBytes())).isEqualTo("line 3: lat=\"north\" is no number of degrees");
    assertThat(refusal(XML.replace("ref=\"1\"", "ref=\"9223372036854775808\"").getBytes())).isEqualTo("line 4: ref=\"9223372036854775808\" is no whole number below 2^63");
    byte[] packed = gzip(XML.getBytes());
    for (int length = 2; length < packed.length; length++) assertThat(read(Arrays.copyOf(packed, length)).read()).isEmpty();
  }

  @Test
  void entitiesAndEndlessElementsAreRefused() throws IOException {
    String bomb = "<?xml version='1.0'?><!DOCTYPE osm [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><osm><node id='&b;'/></osm>";
    assertThat(refusal(bomb.getBytes())).isNotBlank();
    byte[] endless = ("<osm><node id=\"" + "1".repeat(5_000_000)).getBytes();
    assertThat(refusal(gzip(endless))).isEqualTo("an element or a text is longer than 1,048,576 bytes");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aMissingFileAndAFolderAreToldApart() throws IOException {
    assertThat(StreetImport.read(folder.resolve("nowhere.osm.pbf"), Optional.empty(), 1).findings().getFirst().what()).isEqualTo("there is no such file");
    assertThat(StreetImport.read(folder, Optional.empty(), 1).findings().getFirst().what()).isEqualTo("it is a folder");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(List.of(left.toArray())).isEmpty();
    }
  }
}
