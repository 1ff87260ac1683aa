// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An {@code .osm} file, plain or gzipped, read as a stream of events: memory does not grow with the file. No document type, no entity and no
 * outside reference is followed. Elements that an editor marked as deleted are left out.
 */
final class XmlFile implements Source {
  private static final int ELEMENTS_IN_A_BLOCK = 8_000;

  private final Path file;
  private final boolean gzipped;
  private String timestamp = "";

  XmlFile(Path file, boolean gzipped) {
    this.file = file;
    this.gzipped = gzipped;
  }

  @Override
  public <E extends Elements> void read(int wanted, Supplier<E> block, Consumer<E> merge) throws IOException, BrokenSource {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream in = gzipped ? new GZIPInputStream(raw, 1 << 16) : raw) {
      new Events<>(wanted, block, merge).read(new ShortElements(in));
      in.transferTo(OutputStream.nullOutputStream()); // gzip's checksum stands behind the last element
    } catch (ZipException | java.io.EOFException e) {
      throw BrokenSource.damaged("its gzip data are broken (%s)".formatted(e.getMessage()));
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException io) throw damagedOr(io);
      Location at = e.getLocation();
      throw BrokenSource.damaged("its XML is broken at line %d".formatted(at == null ? 0 : at.getLineNumber()));
    }
  }

  private static BrokenSource damagedOr(IOException io) throws IOException {
    if (io instanceof ZipException || io instanceof java.io.EOFException || io instanceof CharacterCodingException) {
      return BrokenSource.damaged(io instanceof CharacterCodingException ? "it is not UTF-8" : "its data are broken (%s)".formatted(io.getMessage()));
    }
    if (io instanceof ShortElements.TooLong) return BrokenSource.damaged(io.getMessage());
    throw io;
  }

  @Override
  public String timestamp() {
    return timestamp;
  }

  /** OSM files are UTF-8. Decoded here, because the parser prints what it cannot decode to stderr. A byte order mark is skipped. */
  private static Reader utf8(InputStream in) {
    Reader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)), 1 << 14);
    return new FilterReader(reader) {
      private boolean begun;

      @Override
      public int read(char[] to, int off, int len) throws IOException {
        int n = super.read(to, off, len);
        if (begun || n <= 0) return n;
        begun = true;
        if (to[off] != '\uFEFF') return n;
        if (n == 1) return super.read(to, off, len);
        System.arraycopy(to, off + 1, to, off, n - 1);
        return n - 1;
      }
    };
  }

  private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(utf8(in));
  }

  /** One reading of the file: collects an element's tags and members, hands it over at its end. */
  private final class Events<E extends Elements> {
    private final int wanted;
    private final Supplier<E> block;
    private final Consumer<E> merge;
    private final Tags tags = new Tags();
    private final Members members = new Members();
    private long[] refs = new long[64];
    private int refCount;
    private int handed;
    private long id;
    private long lonE7;
    private long latE7;
    private boolean deleted;
    private E to;
    private XMLStreamReader xml;

    Events(int wanted, Supplier<E> block, Consumer<E> merge) {
      this.wanted = wanted;
      this.block = block;
      this.merge = merge;
      to = block.get();
    }

    void read(InputStream in) throws XMLStreamException, BrokenSource {
      xml = reader(in);
      int depth = 0;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> start(depth++);
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            end();
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw BrokenSource.damaged("it holds a document type or an entity, which OSM files do not");
          default -> {}
        }
      }
      merge.accept(to);
    }

    private void start(int depth) throws BrokenSource {
      String name = xml.getLocalName();
      if (depth == 0) {
        if (!name.equals("osm")) throw new BrokenSource("not-osm", "its root is `%s`, not `osm`".formatted(name), "give an .osm.pbf, .osm or .osm.gz file");
        timestamp = attribute("timestamp");
        return;
      }
      switch (name) {
        case "node" -> {
          begin();
          lonE7 = degrees("lon");
          latE7 = degrees("lat");
        }
        case "way", "relation" -> begin();
        case "nd" -> ref();
        case "tag" -> tag();
        case "member" -> member();
        case "meta" -> timestamp = attribute("osm_base");
        default -> {}
      }
    }

    private void begin() throws BrokenSource {
      id = number("id");
      deleted = "delete".equals(xml.getAttributeValue(null, "action")) || "false".equals(xml.getAttributeValue(null, "visible"));
      tags.clear();
      members.clear();
      refCount = 0;
    }

    private void ref() throws BrokenSource {
      if (refCount == refs.length) {
        if (refCount >= PbfBlock.MOST_REFS) throw BrokenSource.damaged("way %d has more than %,d nodes; OSM allows 2,000".formatted(id, PbfBlock.MOST_REFS));
        refs = Arrays.copyOf(refs, 2 * refCount);
      }
      refs[refCount++] = number("ref");
    }

    private void tag() {
      int key = Key.ordinalOf(attribute("k"));
      if (key >= 0) tags.put(key, attribute("v"));
    }

    private void member() throws BrokenSource {
      Members.Kind kind = switch (attribute("type")) {
        case "node" -> Members.Kind.NODE;
        case "way" -> Members.Kind.WAY;
        case "relation" -> Members.Kind.RELATION;
        default -> throw BrokenSource.damaged("line %d: a member is of the unknown kind `%s`".formatted(line(), attribute("type")));
      };
      members.add(kind, number("ref"), attribute("role"));
    }

    private void end() {
      if (deleted) return;
      switch (xml.getLocalName()) {
        case "node" -> {
          if ((wanted & Elements.NODES) != 0) to.node(id, lonE7, latE7, tags);
          handOver();
        }
        case "way" -> {
          if ((wanted & Elements.WAYS) != 0 && to.wantsWay(tags)) to.way(id, refs, refCount, tags);
          handOver();
        }
        case "relation" -> {
          if ((wanted & Elements.RELATIONS) != 0 && to.wantsRelation(tags)) to.relation(id, members, tags);
          handOver();
        }
        default -> {}
      }
    }

    private void handOver() {
      if (++handed % ELEMENTS_IN_A_BLOCK != 0) return;
      merge.accept(to);
      to = block.get();
    }

    private String attribute(String name) {
      String value = xml.getAttributeValue(null, name);
      return value == null ? "" : value;
    }

    private long number(String name) throws BrokenSource {
      try {
        return Long.parseLong(attribute(name));
      } catch (NumberFormatException e) {
        throw BrokenSource.damaged("line %d: %s=\"%s\" is no whole number below 2^63".formatted(line(), name, attribute(name)));
      }
    }

    /** Degrees times 10^7; a deleted node has none, and lies outside the world. */
    private long degrees(String name) throws BrokenSource {
      if (deleted) return Long.MAX_VALUE;
      try {
        return Math.round(Double.parseDouble(attribute(name)) * 1e7);
      } catch (NumberFormatException e) {
        throw BrokenSource.damaged("line %d: %s=\"%s\" is no number of degrees".formatted(line(), name, attribute(name)));
      }
    }

    private int line() {
      return xml.getLocation().getLineNumber();
    }
  }

  /** Ends the reading where an element or a text is longer than any of OSM's: a parser would keep all of it in memory. */
  private static final class ShortElements extends FilterInputStream {
    static final int LONGEST = 1 << 20;

    private long since;

    static final class TooLong extends IOException {
      private static final long serialVersionUID = 1;

      TooLong() {
        super("an element or a text is longer than %,d bytes".formatted(LONGEST));
      }
    }

    ShortElements(InputStream in) {
      super(in);
    }

    /** The parser closes what it has read to its end; there may be bytes behind it. */
    @Override
    public void close() {}

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = super.read(b, off, len);
      for (int i = 0; i < n; i++) since = b[off + i] == '<' ? 0 : since + 1;
      if (since > LONGEST) throw new TooLong();
      return n;
    }
  }
}
