// SPDX-License-Identifier: Apache-2.0
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.Inflater;
import org.respite.kernel.flow.FlowProblem;

/** Streets of an OpenStreetMap extract (PBF, dense nodes, zlib) as a flow problem: as much of the format as this benchmark needs. */
final class Streets {
  /** People who may enter a street per minute and direction, by its class: round figures for a benchmark, no claim about any street. */
  private static final Map<String, Integer> PER_MINUTE = Map.of("residential", 60, "living_street", 40, "pedestrian", 60, "unclassified", 80,
      "tertiary", 120, "secondary", 180, "primary", 240, "trunk", 300, "motorway", 300);
  private static final double METRES_PER_MINUTE = 1.34 * 60;
  private static final int GATES = 8;
  private static final int GATE_PER_MINUTE = 75;
  private static final int HOMES = 200;

  private final Map<Long, double[]> nodes = new TreeMap<>();
  private final List<long[]> ways = new ArrayList<>();
  private final List<Integer> perMinute = new ArrayList<>();

  static Streets read(Path file) throws IOException {
    Streets streets = new Streets();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      while (true) {
        Message header = new Message(ByteBuffer.wrap(in.readNBytes(in.readInt())));
        Message blob = new Message(ByteBuffer.wrap(in.readNBytes((int) header.number(3))));
        if (header.text(1).equals("OSMData")) streets.block(inflate(blob.bytes(3), (int) blob.number(2)));
      }
    } catch (EOFException end) {
      return streets;
    }
  }

  private static ByteBuffer inflate(ByteBuffer packed, int size) throws IOException {
    Inflater inflater = new Inflater();
    inflater.setInput(packed);
    byte[] out = new byte[size];
    try {
      inflater.inflate(out);
    } catch (java.util.zip.DataFormatException e) {
      throw new IOException(e);
    }
    return ByteBuffer.wrap(out);
  }

  private void block(ByteBuffer data) {
    Message block = new Message(data);
    List<String> strings = new ArrayList<>();
    for (ByteBuffer s : new Message(block.bytes(1)).all(1)) strings.add(StandardCharsets.UTF_8.decode(s.duplicate()).toString());
    double unit = (block.has(17) ? block.number(17) : 100) * 1e-9;
    for (ByteBuffer group : block.all(2)) {
      Message g = new Message(group);
      for (ByteBuffer dense : g.all(2)) dense(new Message(dense), unit);
      for (ByteBuffer way : g.all(3)) way(new Message(way), strings);
    }
  }

  private void dense(Message m, double unit) {
    ByteBuffer ids = m.bytes(1);
    ByteBuffer lats = m.bytes(8);
    ByteBuffer lons = m.bytes(9);
    long id = 0;
    long lat = 0;
    long lon = 0;
    while (ids.hasRemaining()) {
      id += zigzag(Message.varint(ids));
      lat += zigzag(Message.varint(lats));
      lon += zigzag(Message.varint(lons));
      nodes.put(id, new double[] {lat * unit, lon * unit});
    }
  }

  private void way(Message m, List<String> strings) {
    ByteBuffer keys = m.bytes(2);
    ByteBuffer values = m.bytes(3);
    int rate = 0;
    while (keys.hasRemaining()) {
      boolean highway = strings.get((int) Message.varint(keys)).equals("highway");
      String value = strings.get((int) Message.varint(values));
      if (highway) rate = PER_MINUTE.getOrDefault(value.replace("_link", ""), 60);
    }
    if (rate == 0) return;
    ByteBuffer refs = m.bytes(8);
    List<Long> way = new ArrayList<>();
    long ref = 0;
    while (refs.hasRemaining()) {
      ref += zigzag(Message.varint(refs));
      way.add(ref);
    }
    ways.add(way.stream().mapToLong(Long::longValue).toArray());
    perMinute.add(rate);
  }

  private static long zigzag(long n) {
    return n >>> 1 ^ -(n & 1);
  }

  /** People at 200 corners within 4 km of the middle of the streets, eight gates about 5 km out, one for each wind; a step is a minute. */
  FlowProblem town(int steps, int people) {
    Map<Long, Integer> index = new HashMap<>();
    List<double[]> at = new ArrayList<>(nodes.values());
    for (long id : nodes.keySet()) index.put(id, index.size());
    int n = at.size();
    FlowProblem.Builder b = FlowProblem.builder(n + GATES, steps);
    for (int v = 0; v < n + GATES; v++) b.storage(v, 0);
    double lat = at.stream().mapToDouble(p -> p[0]).sorted().skip(n / 2).findFirst().orElseThrow();
    double lon = at.stream().mapToDouble(p -> p[1]).sorted().skip(n / 2).findFirst().orElseThrow();
    double[] middle = {lat, lon};
    for (int w = 0; w < ways.size(); w++) {
      long[] way = ways.get(w);
      for (int i = 1; i < way.length; i++) {
        int u = index.get(way[i - 1]);
        int v = index.get(way[i]);
        int minutes = Math.max(1, (int) Math.ceil(metres(at.get(u), at.get(v)) / METRES_PER_MINUTE));
        b.arc(u, v, perMinute.get(w), minutes);
        b.arc(v, u, perMinute.get(w), minutes);
      }
    }
    for (int g = 0; g < GATES; g++) {
      double turn = 2 * Math.PI * g / GATES;
      double[] spot = {lat + 0.045 * Math.sin(turn), lon + 0.056 * Math.cos(turn)};
      b.sink(n + g);
      b.arc(nearest(at, spot), n + g, GATE_PER_MINUTE, 1);
    }
    SplittableRandom r = new SplittableRandom(7);
    int[] near = java.util.stream.IntStream.range(0, n).filter(v -> metres(at.get(v), middle) < 4_000).toArray();
    for (int i = 0; i < HOMES; i++) {
      long share = (long) people * (i + 1) / HOMES - (long) people * i / HOMES;
      b.supply(near[r.nextInt(near.length)], 0, share / 2 + r.nextLong(share + 1));
    }
    return b.build();
  }

  private static int nearest(List<double[]> at, double[] spot) {
    int best = 0;
    for (int v = 0; v < at.size(); v++) if (metres(at.get(v), spot) < metres(at.get(best), spot)) best = v;
    return best;
  }

  private static double metres(double[] a, double[] b) {
    return Math.hypot((a[0] - b[0]) * 111_195, (a[1] - b[1]) * 111_195 * Math.cos(Math.toRadians(a[0])));
  }

  /** A protocol buffer message, all its fields read. */
  private static final class Message {
    private final Map<Integer, List<ByteBuffer>> parts = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();

    Message(ByteBuffer in) {
      while (in.hasRemaining()) {
        int key = (int) varint(in);
        switch (key & 7) {
          case 0 -> numbers.put(key >>> 3, varint(in));
          case 2 -> {
            int length = (int) varint(in);
            parts.computeIfAbsent(key >>> 3, _ -> new ArrayList<>()).add(in.slice(in.position(), length));
            in.position(in.position() + length);
          }
          default -> throw new IllegalStateException("wire type " + (key & 7));
        }
      }
    }

    static long varint(ByteBuffer in) {
      long value = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = in.get();
        value |= (long) (b & 127) << shift;
        if (b >= 0) return value;
      }
    }

    boolean has(int field) {
      return numbers.containsKey(field);
    }

    long number(int field) {
      return numbers.get(field);
    }

    List<ByteBuffer> all(int field) {
      return parts.getOrDefault(field, List.of());
    }

    ByteBuffer bytes(int field) {
      return parts.containsKey(field) ? parts.get(field).getFirst() : ByteBuffer.allocate(0);
    }

    String text(int field) {
      return StandardCharsets.UTF_8.decode(bytes(field).duplicate()).toString();
    }
  }
}
