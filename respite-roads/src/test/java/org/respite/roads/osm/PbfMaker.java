// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** Makes PBF files with the reference library's classes, one block a call, as odd as a test wants them. */
final class PbfMaker {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final List<Integer> boundaries = new ArrayList<>();
  boolean zlib = true;
  boolean dense = true;
  int granularity = 100;

  record Node(long id, double lon, double lat, String... tags) {}

  record Way(long id, long[] refs, String... tags) {}

  PbfMaker header(String... required) {
    Osmformat.HeaderBlock.Builder header = Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6").addRequiredFeatures("DenseNodes");
    for (String feature : required) header.addRequiredFeatures(feature);
    return block("OSMHeader", header.setOsmosisReplicationTimestamp(1_476_835_200L).build().toByteArray());
  }

  PbfMaker sortedHeader() {
    Osmformat.HeaderBlock header = Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6").addOptionalFeatures("Sort.Type_then_ID").build();
    return block("OSMHeader", header.toByteArray());
  }

  PbfMaker nodes(Node... nodes) {
    Words words = new Words();
    Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
    if (dense) group.setDense(dense(nodes, words));
    else for (Node n : nodes) group.addNodes(plain(n, words));
    return primitive(group, words);
  }

  private Osmformat.DenseNodes dense(Node[] nodes, Words words) {
    Osmformat.DenseNodes.Builder d = Osmformat.DenseNodes.newBuilder();
    long id = 0;
    long lon = 0;
    long lat = 0;
    for (Node n : nodes) {
      d.addId(n.id - id).addLon(units(n.lon) - lon).addLat(units(n.lat) - lat);
      id = n.id;
      lon = units(n.lon);
      lat = units(n.lat);
      for (String word : n.tags) d.addKeysVals(words.index(word));
      d.addKeysVals(0);
    }
    return d.build();
  }

  private Osmformat.Node plain(Node n, Words words) {
    Osmformat.Node.Builder b = Osmformat.Node.newBuilder().setId(n.id).setLon(units(n.lon)).setLat(units(n.lat));
    for (int i = 0; i < n.tags.length; i += 2) b.addKeys(words.index(n.tags[i])).addVals(words.index(n.tags[i + 1]));
    return b.build();
  }

  private long units(double degrees) {
    return Math.round(degrees * 1e9 / granularity);
  }

  PbfMaker ways(Way... ways) {
    Words words = new Words();
    Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
    for (Way w : ways) {
      Osmformat.Way.Builder b = Osmformat.Way.newBuilder().setId(w.id);
      for (int i = 0; i < w.tags.length; i += 2) b.addKeys(words.index(w.tags[i])).addVals(words.index(w.tags[i + 1]));
      long last = 0;
      for (long ref : w.refs) {
        b.addRefs(ref - last);
        last = ref;
      }
      group.addWays(b);
    }
    return primitive(group, words);
  }

  private PbfMaker primitive(Osmformat.PrimitiveGroup.Builder group, Words words) {
    return block("OSMData", Osmformat.PrimitiveBlock.newBuilder().setStringtable(words.table()).addPrimitivegroup(group).setGranularity(granularity).build().toByteArray());
  }

  PbfMaker block(String type, byte[] content) {
    Fileformat.Blob.Builder blob = Fileformat.Blob.newBuilder().setRawSize(content.length);
    if (zlib) blob.setZlibData(ByteString.copyFrom(deflated(content)));
    else blob.clearRawSize().setRaw(ByteString.copyFrom(content));
    return blob(type, blob.build());
  }

  PbfMaker blob(String type, Fileformat.Blob blob) {
    byte[] header = Fileformat.BlobHeader.newBuilder().setType(type).setDatasize(blob.getSerializedSize()).build().toByteArray();
    file.writeBytes(ByteBuffer.allocate(4).putInt(header.length).array());
    file.writeBytes(header);
    file.writeBytes(blob.toByteArray());
    boundaries.add(file.size());
    return this;
  }

  PbfMaker raw(byte[] bytes) {
    file.writeBytes(bytes);
    return this;
  }

  byte[] bytes() {
    return file.toByteArray();
  }

  /** Where blocks end. */
  List<Integer> boundaries() {
    return List.copyOf(boundaries);
  }

  static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
    deflater.end();
    return out.toByteArray();
  }

  private static final class Words {
    private final List<String> words = new ArrayList<>(List.of(""));

    int index(String word) {
      if (!words.contains(word)) words.add(word);
      return words.indexOf(word);
    }

    Osmformat.StringTable table() {
      Osmformat.StringTable.Builder t = Osmformat.StringTable.newBuilder();
      words.forEach(w -> t.addS(ByteString.copyFromUtf8(w)));
      return t.build();
    }
  }
}
