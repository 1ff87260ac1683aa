// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import static org.assertj.core.api.Assertions.assertThat;

import crosby.binary.BinaryParser;
import crosby.binary.Osmformat;
import crosby.binary.file.BlockInputStream;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Assumptions;
import org.respite.roads.Monaco;

/** Our decoder sees what the format's reference library sees: every node, every street, every restriction, in the same order. */
class OracleTest {
  @TempDir Path folder;

  @Test
  void allOfMonacoIsRead() throws Exception {
    Path file = Monaco.in(folder);
    List<String> ours = ours(file);
    assertThat(ours).isEqualTo(reference(file));
    assertThat(ours.stream().filter(s -> s.startsWith("n")).count()).isEqualTo(25_423);
    assertThat(ours.stream().filter(s -> s.startsWith("w")).count()).isEqualTo(2_379);
  }

  @ParameterizedTest
  @ValueSource(strings = {"andorra.osm.pbf", "helsinki.osm.pbf", "liechtenstein.osm.pbf", "aleppo.osm.pbf", "heidelberg.osm.pbf"})
  void otherExtractsAreReadAsWell(String name) throws Exception {
    Path file = Path.of(System.getProperty("respite.shared", "."), "data", "osm", name);
    Assumptions.assumeTrue(Files.exists(file), "no extract at " + file);
    assertThat(ours(file)).isEqualTo(reference(file));
  }

  private static List<String> ours(Path file) throws Exception {
    List<String> seen = new ArrayList<>();
    try (FileChannel in = FileChannel.open(file)) {
      new PbfFile(in, 2, true).read(7, Lines::new, block -> seen.addAll(block.lines));
    }
    return seen;
  }

  private static final class Lines implements Elements {
    final List<String> lines = new ArrayList<>();

    @Override
    public void node(long id, long lonE7, long latE7, Tags tags) {
      lines.add("n%d %d %d %s".formatted(id, lonE7, latE7, tags.get(Key.BARRIER)));
    }

    @Override
    public void way(long id, long[] refs, int count, Tags tags) {
      lines.add("w%d %s %s %s".formatted(id, Arrays.toString(Arrays.copyOf(refs, count)), tags.get(Key.HIGHWAY), tags.get(Key.NAME)));
    }

    @Override
    public void relation(long id, Members members, Tags tags) {
      lines.add("r%d %s %s".formatted(id, tags.get(Key.RESTRICTION), members.of(Members.Kind.WAY, "from")));
    }
  }

  private static List<String> reference(Path file) throws Exception {
    Reference reference = new Reference();
    try (InputStream in = Files.newInputStream(file)) {
      new BlockInputStream(in, reference).process();
    }
    return reference.lines;
  }

  private static final class Reference extends BinaryParser {
    final List<String> lines = new ArrayList<>();

    @Override
    protected void parseDense(Osmformat.DenseNodes d) {
      long id = 0;
      long lon = 0;
      long lat = 0;
      int word = 0;
      for (int i = 0; i < d.getIdCount(); i++) {
        id += d.getId(i);
        lon += d.getLon(i);
        lat += d.getLat(i);
        String barrier = "";
        while (word < d.getKeysValsCount() && d.getKeysVals(word) != 0) {
          if (getStringById(d.getKeysVals(word)).equals("barrier")) barrier = getStringById(d.getKeysVals(word + 1));
          word += 2;
        }
        word++;
        lines.add("n%d %d %d %s".formatted(id, Math.round(parseLon(lon) * 1e7), Math.round(parseLat(lat) * 1e7), barrier));
      }
    }

    @Override
    protected void parseNodes(List<Osmformat.Node> nodes) {
      if (!nodes.isEmpty()) throw new IllegalStateException("none of these files has plain nodes");
    }

    @Override
    protected void parseWays(List<Osmformat.Way> ways) {
      for (Osmformat.Way w : ways) {
        String highway = tag(w.getKeysList(), w.getValsList(), "highway");
        if (highway == null) continue;
        long[] refs = new long[w.getRefsCount()];
        for (int i = 0; i < refs.length; i++) refs[i] = (i == 0 ? 0 : refs[i - 1]) + w.getRefs(i);
        String name = tag(w.getKeysList(), w.getValsList(), "name");
        lines.add("w%d %s %s %s".formatted(w.getId(), Arrays.toString(refs), highway, name == null ? "" : name));
      }
    }

    @Override
    protected void parseRelations(List<Osmformat.Relation> relations) {
      for (Osmformat.Relation r : relations) {
        String type = tag(r.getKeysList(), r.getValsList(), "type");
        if (type == null || !type.equals("restriction") && !type.startsWith("restriction:")) continue;
        String restriction = tag(r.getKeysList(), r.getValsList(), "restriction");
        List<Long> from = new ArrayList<>();
        long id = 0;
        for (int i = 0; i < r.getMemidsCount(); i++) {
          id += r.getMemids(i);
          if (getStringById(r.getRolesSid(i)).equals("from") && r.getTypes(i) == Osmformat.Relation.MemberType.WAY) from.add(id);
        }
        lines.add("r%d %s %s".formatted(r.getId(), restriction == null ? "" : restriction, from));
      }
    }

    private String tag(List<Integer> keys, List<Integer> values, String wanted) {
      for (int i = 0; i < keys.size(); i++) if (getStringById(keys.get(i)).equals(wanted)) return getStringById(values.get(i));
      return null;
    }

    @Override
    protected void parse(Osmformat.HeaderBlock header) {}

    @Override
    public void complete() {}
  }
}
