// SPDX-License-Identifier: Apache-2.0
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.InflaterInputStream;

/** The least anybody does who reads a PBF with the reference library: inflate every blob, parse every block, look at nothing. FILE N THREADS. */
public final class InflateAndParsePeer {
  public static void main(String[] args) throws Exception {
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      long start = System.nanoTime();
      long cpu = cpu();
      int blocks = read(Path.of(args[0]), Integer.parseInt(args[2]));
      System.out.printf(Locale.ROOT, "inflate-and-parse %s %.3f s wall %.3f s cpu (%d blocks)%n", Path.of(args[0]).getFileName(), (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9, blocks);
    }
  }

  private static int read(Path file, int threads) throws Exception {
    List<Future<?>> due = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16)); ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      while (true) {
        int length;
        try {
          length = in.readInt();
        } catch (EOFException e) {
          break;
        }
        Fileformat.BlobHeader header = Fileformat.BlobHeader.parseFrom(in.readNBytes(length));
        byte[] bytes = in.readNBytes(header.getDatasize());
        if (header.getType().equals("OSMData")) due.add(pool.submit(() -> block(bytes)));
      }
    }
    for (Future<?> f : due) f.get();
    return due.size();
  }

  private static int block(byte[] bytes) throws Exception {
    Fileformat.Blob blob = Fileformat.Blob.parseFrom(bytes);
    byte[] raw = new byte[blob.getRawSize()];
    try (InputStream in = new InflaterInputStream(blob.getZlibData().newInput())) {
      in.readNBytes(raw, 0, raw.length);
    }
    return Osmformat.PrimitiveBlock.parseFrom(raw).getPrimitivegroupCount();
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
