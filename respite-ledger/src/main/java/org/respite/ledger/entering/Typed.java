// SPDX-License-Identifier: Apache-2.0
package org.respite.ledger.entering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Label;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Canonical;
import org.respite.ledger.form.Malformed;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Writer;
import org.respite.model.finding.At;
import org.respite.model.finding.Finding;

/** Entries as people type them: {@code key=value} settings with dots for what lies deeper, or JSON. Every fault is told at once. */
public final class Typed {
  /** Keys whose values are lists of short words, written with commas. */
  private static final List<String> LISTS = List.of("levels", "topics");

  private Typed() {}

  /** Fields out of settings such as {@code heard.zone=Asia/Damascus}; claims as {@link #claim} reads them. */
  public static Value.Fields fields(Map<String, String> settings, List<String> claims) throws Refused {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (var s : settings.entrySet()) put(tree, s.getKey(), s.getValue());
    Value.Fields fields = fields(tree);
    if (claims.isEmpty()) return fields;
    List<Value> read = new ArrayList<>();
    for (String c : claims) read.add(claim(c));
    return Value.Fields.with().all(fields).items("claims", read).done();
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> tree, String key, String value) throws Refused {
    int dot = key.indexOf('.');
    if (dot < 0) {
      tree.put(key, value);
      return;
    }
    Object deeper = tree.computeIfAbsent(key.substring(0, dot), _ -> new LinkedHashMap<String, Object>());
    if (deeper instanceof String whole) {
      deeper = new LinkedHashMap<String, Object>(Map.of("at", whole)); // said=2016-10-17 beside said.as_said="on Monday"
      tree.put(key.substring(0, dot), deeper);
    }
    put((Map<String, Object>) deeper, key.substring(dot + 1), value);
  }

  @SuppressWarnings("unchecked")
  private static Value.Fields fields(Map<String, Object> tree) {
    TreeMap<String, Value> entries = new TreeMap<>();
    tree.forEach((key, value) -> {
      if (value instanceof Map<?, ?> deeper) entries.put(key, fields((Map<String, Object>) deeper));
      else if (LISTS.contains(key)) entries.put(key, new Value.Items(java.util.Arrays.stream(((String) value).split(",")).<Value>map(w -> new Value.Text(w.strip())).toList()));
      else entries.put(key, key.equals("bytes") && ((String) value).matches("\\d{1,15}") ? new Value.Whole(Long.parseLong((String) value)) : new Value.Text((String) value));
    });
    return new Value.Fields(entries);
  }

  /** {@code TOPIC/STANCE}, then {@code ;key=value} for corridor, leg, mode, window, target, note, and figure.what, figure.low, ... */
  public static Value.Fields claim(String written) throws Refused {
    String[] parts = written.split(";");
    String[] head = parts[0].split("/");
    if (head.length != 2) throw Refused.of("not-a-claim", "--claim", "`%s` is no claim".formatted(written), "write TOPIC/STANCE, such as halt/agrees, then ;corridor=castello;window=w-8h;note=... as needed");
    Map<String, Object> tree = new LinkedHashMap<>(Map.of("topic", head[0].strip(), "stance", head[1].strip()));
    for (int i = 1; i < parts.length; i++) {
      int is = parts[i].indexOf('=');
      if (is < 1) throw Refused.of("not-a-claim", "--claim", "`%s` in a claim is no key=value".formatted(parts[i]), "write ;corridor=castello");
      put(tree, parts[i].substring(0, is).strip(), parts[i].substring(is + 1).strip());
    }
    return fields(tree);
  }

  /** A label by its two words. */
  public static Label label(String tlp, String sensitivity) throws Refused {
    Asked in = new Asked(Value.Fields.with().text("tlp", tlp).text("sensitivity", sensitivity).done());
    Label read = new Label(in.word("tlp", Label.Tlp.class), in.word("sensitivity", Label.Sensitivity.class));
    try {
      in.done();
      return read;
    } catch (Malformed e) {
      throw refused("label", e);
    }
  }

  /** Fields with others laid over them; what lies over is whole. */
  public static Value.Fields merged(Value.Fields under, Value.Fields over) {
    return Value.Fields.with().all(under).all(over).done();
  }

  /** A correction of a reading: {@code changed} is the whole statement as it should stand, or nothing where it is withdrawn. */
  public static Writer.Item correction(Recorded before, String reason, String known, Optional<Value.Fields> changed) throws Refused {
    Value.Builder body = Value.Fields.with().text("of", before.hash()).text("reason", reason);
    if (known != null) body.text("heard", known);
    changed.ifPresent(c -> body.put("statement", c));
    return item("correction", body.done(), before.entry().label());
  }

  /** One entry of a kind. */
  public static Writer.Item item(String kind, Value.Fields fields, Label label) throws Refused {
    return new Writer.Item(label, body("", kind, fields));
  }

  private static Body body(String where, String kind, Value.Fields fields) throws Refused {
    try {
      Asked in = new Asked(Value.Fields.with().text("kind", kind).done());
      Body.Kind known = in.word("kind", Body.Kind.class);
      in.done();
      if (known == Body.Kind.AUTHOR || known == Body.Kind.ROOT) throw Refused.of("not-typed", where + kind, "an entry of kind %s is made by the ledger itself".formatted(kind), "`respite ledger init` introduces an author");
      return Body.read(known, fields);
    } catch (Malformed e) {
      throw refused(where + kind, e);
    }
  }

  private static Refused refused(String where, Malformed e) {
    return new Refused(e.faults().stream().map(f -> Finding.error("bad-entry", At.file(where), f.what(), "nothing was entered", f.remedy())).toList());
  }

  /**
   * Many entries: a JSON list of {@code {"kind": ..., "body": {...}}}, each with {@code tlp} and {@code sensitivity} where they are not the usual; or what {@code respite
   * ledger list --json} prints, of which everything is taken that speaks of no other entry by its hash.
   */
  public static List<Writer.Item> list(byte[] json, String where) throws Refused {
    Value value;
    try {
      value = Canonical.parse(json);
    } catch (Canonical.NotCanonical e) {
      throw Refused.of("not-json", where, e.getMessage(), "write a JSON list of {\"kind\": ..., \"body\": {...}}");
    }
    if (value instanceof Value.Fields listed && listed.entries().get("entries") instanceof Value.Items(List<Value> entries)) value = new Value.Items(entries.stream().flatMap(e -> again(e).stream()).toList());
    if (!(value instanceof Value.Items(List<Value> all))) throw Refused.of("not-a-list", where, "it is no JSON list", "write [{\"kind\": ..., \"body\": {...}}, ...]");
    List<Writer.Item> items = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      try {
        items.add(one(all.get(i), "%s[%d]".formatted(where, i)));
      } catch (Refused e) {
        findings.addAll(e.findings());
      }
    }
    if (!findings.isEmpty()) throw new Refused(findings);
    return items;
  }

  /** Kinds that stand for themselves: the others name an entry by a hash that another ledger does not have. */
  private static final List<String> SELF_STANDING = List.of("party", "source", "document", "statement", "count", "incident", "decision", "notification");

  /** A listed entry as one to be entered. */
  private static Optional<Value> again(Value listed) {
    if (!(listed instanceof Value.Fields f) || !(f.entries().get("entry") instanceof Value.Fields entry)) return Optional.of(listed);
    boolean taken = entry.entries().get("kind") instanceof Value.Text(String kind) && SELF_STANDING.contains(kind);
    TreeMap<String, Value> fields = new TreeMap<>(entry.entries());
    fields.keySet().retainAll(List.of("kind", "body", "tlp", "sensitivity"));
    return taken ? Optional.of(new Value.Fields(fields)) : Optional.empty();
  }

  private static Writer.Item one(Value value, String where) throws Refused {
    if (!(value instanceof Value.Fields fields)) throw Refused.of("bad-entry", where, "it is no object", "write {\"kind\": ..., \"body\": {...}}");
    Asked in = new Asked(fields);
    String kind = in.text("kind");
    Label label = new Label(in.word("tlp", Label.Tlp.class, Label.USUAL.tlp()), in.word("sensitivity", Label.Sensitivity.class, Label.USUAL.sensitivity()));
    Value body = in.find("body").orElse(null);
    if (!(body instanceof Value.Fields)) in.fault("body", "`body` is missing", "an entry says something");
    try {
      in.done();
    } catch (Malformed e) {
      throw refused(where, e);
    }
    return new Writer.Item(label, body(where + " ", kind, (Value.Fields) body));
  }
}
