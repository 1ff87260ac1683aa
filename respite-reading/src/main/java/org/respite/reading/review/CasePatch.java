// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.respite.reading.Claim;
import org.respite.reading.Kind;
import org.respite.reading.NumberMention;
import org.respite.reading.Parties;
import org.respite.reading.Reading;
import org.respite.reading.Span;
import org.respite.reading.Speaker;
import org.respite.reading.Stance;
import org.respite.reading.Statement;
import org.respite.reading.TimeMention;

/**
 * What a document offers to the case, in the form of {@code case.yaml} (docs/case-format.md): a source, parties, statements, estimates of
 * the people inside, a pause. Every line says where in the document it stands. What the format cannot hold unfinished (corridors without
 * ends, hours without a clock) is told in comments.
 */
public final class CasePatch {
  /**
   * What is known of the document.
   *
   * @param name as given by the user
   * @param sha256 of its bytes
   * @param offset of the place from UTC, for clock times
   * @param confirmed whether the statements were confirmed by a person
   */
  public record Document(String name, String sha256, ZoneOffset offset, boolean confirmed) {}

  private static final Map<String, String> KINDS = Map.of("state", "third-state", "organisation", "humanitarian", "armed-group", "armed-party", "agency", "observer");

  private final Reading reading;
  private final List<Statement> statements;
  private final Document document;
  private final Parties parties;
  private final Optional<CaseFile> known;
  private final CaseFacts facts;
  private final String key;
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  private CasePatch(Reading reading, List<Statement> statements, Document document, Context context) {
    this.reading = reading;
    this.statements = statements;
    this.document = document;
    this.parties = context.parties();
    this.known = context.known();
    this.facts = new CaseFacts(reading);
    this.key = "read-" + document.sha256().substring(0, Math.min(8, document.sha256().length()));
  }

  /** The actors file and, where one is given, the case that is patched. */
  public record Context(Parties parties, Optional<CaseFile> known) {}

  /**
   * @param statements those to offer: all proposals, or only the confirmed ones
   */
  public static CasePatch of(Reading reading, List<Statement> statements, Document document, Context context) {
    CasePatch patch = new CasePatch(reading, statements, document, context);
    patch.source();
    patch.parties();
    patch.statements();
    patch.people();
    patch.pause();
    patch.corridors();
    patch.positions();
    return patch;
  }

  /** The sections to paste, with what stays open as comments. */
  public String yaml() {
    StringBuilder yaml = new StringBuilder(head());
    sections.forEach((section, lines) -> {
      String indent = "";
      for (String part : section.split("/")) {
        yaml.append(indent).append(part).append(":\n");
        indent += "  ";
      }
      for (String line : lines) {
        yaml.append(indent).append(line).append('\n');
      }
    });
    return yaml.toString();
  }

  /** The same as a unified diff of the case file. */
  public String diff(CaseFile file, String name) {
    return head() + file.diff(sections, name);
  }

  /** The case file with the sections in it. */
  public String appliedTo(CaseFile file) {
    return file.with(sections);
  }

  private String head() {
    String state = document.confirmed() ? "Confirmed by a person, statement by statement; the figures are proposals." : "Proposals of a reader: nothing here is confirmed.";
    StringBuilder head = new StringBuilder("# Out of one document, " + document.name() + ". " + state + " Offsets: 0-based, half-open, UTF-16 units.\n");
    remarks.forEach(remark -> head.append("# ").append(remark).append('\n'));
    return head.toString();
  }

  private void add(String section, String line) {
    sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
  }

  private String published() {
    return reading.publication().date().map(LocalDate::toString).orElse(Speaker.NOT_STATED);
  }

  private void source() {
    if (known.isPresent() && known.get().hasSource(key)) {
      remarks.add("The case has the source " + key + " already.");
      return;
    }
    add("sources", key + ": {publisher: not stated, date: " + published() + ", url: not stated, note: " + quoted(document.name() + ", SHA-256 " + document.sha256()) + "}");
  }

  /** Id in the case: its own where it has one, else made of the label. */
  private String id(String party) {
    String name = parties.name(party);
    String slug = party.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return known.flatMap(k -> k.party(slug, name)).orElse(slug.isEmpty() ? "party" : slug);
  }

  private boolean isKnown(String party) {
    String name = parties.name(party);
    return known.flatMap(k -> k.party(id(party), name)).isPresent();
  }

  private List<Statement> offered() {
    return statements.stream().filter(s -> s.kind() != Kind.NESTED && !s.speaker().party().equals(Speaker.NOT_STATED) && s.claims().stream().anyMatch(CasePatch::isPosition)).toList();
  }

  private static boolean isPosition(Claim claim) {
    boolean position = claim.stance() == Stance.SUPPORTS || claim.stance() == Stance.OPPOSES || claim.stance() == Stance.CONDITIONAL;
    return position && !claim.term().equals("-");
  }

  private void parties() {
    offered().stream().map(s -> s.speaker().party()).distinct().filter(p -> !isKnown(p)).forEach(p -> {
      String kind = KINDS.getOrDefault(parties.kind(p), "observer");
      add("parties", "- {id: " + id(p) + ", name: " + quoted(parties.name(p)) + ", kind: " + kind + ", levels: [capital], note: kind and levels are guesses; check them}");
    });
  }

  /** A case that keeps a ledger gets its statements through it, signed: only the way there is told. */
  private void statements() {
    if (known.flatMap(CaseFile::ledger).isPresent()) {
      remarks.add("The case keeps its statements in " + known.get().ledger().get()
          + ": accept them with `respite read --review JOURNAL`, then enter them with `respite ledger add --from-review JOURNAL`.");
      return;
    }
    for (Statement s : offered()) {
      add("statements", "# " + s.id() + ": words at " + place(s.region()));
      add("statements", "- id: " + key + "-" + s.id());
      add("statements", "  party: " + id(s.speaker().party()));
      add("statements", "  speaker: " + quoted(s.speaker().name() + (s.speaker().role().isEmpty() ? "" : ", " + s.speaker().role())));
      add("statements", "  level: not stated");
      add("statements", "  said: " + (s.saidOn().length() == 10 && Character.isDigit(s.saidOn().charAt(0)) ? s.saidOn() : Speaker.NOT_STATED));
      add("statements", "  heard: " + published());
      add("statements", "  source: " + key);
      add("statements", "  claims:");
      Map<String, List<String>> topics = new LinkedHashMap<>();
      s.claims().stream().filter(CasePatch::isPosition).forEach(c -> topics.computeIfAbsent("term: " + c.term().replace(' ', '-') + ", stance: " + stance(c), _ -> new ArrayList<>()).add(c.topic()));
      topics.forEach((claim, of) -> add("statements", "    - {" + claim + ", note: " + quoted("read as " + String.join(", ", of) + (document.confirmed() ? "" : "; not confirmed")) + "}"));
    }
  }

  private static String stance(Claim claim) {
    return switch (claim.stance()) {
      case SUPPORTS -> "agrees";
      case CONDITIONAL -> "conditional";
      case OPPOSES, DENIES, ACCUSES, ASSERTS -> claim.term().equals("hours") ? "disputes" : "refuses";
    };
  }

  private void people() {
    for (NumberMention n : facts.inside()) {
      add("people/inside/estimates", "# " + (n.hedge().isEmpty() ? "" : n.hedge() + " ") + n.low() + " " + n.what() + ", at " + place(n.span()));
      add("people/inside/estimates", "- {low: " + n.low() + ", high: " + n.high() + ", unit: people, by: " + quoted(saidBy(n.span())) + ", at: " + published() + ", source: " + key + "}");
    }
  }

  private String saidBy(Span span) {
    String writer = "the writer of " + document.name();
    return statements.stream().filter(s -> s.region().contains(span)).map(s -> s.speaker().name()).findFirst().orElse(writer);
  }

  private void pause() {
    Optional<TimeMention> day = facts.day();
    Optional<TimeMention> length = facts.length();
    if (day.isEmpty() && length.isEmpty()) {
      remarks.add("A pause: no day and no hours are stated.");
      return;
    }
    String hours = length.map(l -> CaseFacts.hours(l) + " hours (" + quoted(l.span().in(reading.text())) + " at " + place(l.span()) + ")").orElse("hours not stated");
    String on = day.map(d -> d.value() + " (" + quoted(d.span().in(reading.text())) + " at " + place(d.span()) + ")").orElse("a day not stated");
    Optional<CaseFacts.Clock> clock = facts.clock();
    remarks.add("The pause: " + hours + " on " + on + "; from and to: " + clock.map(c -> CaseFacts.clockText(c.from()) + " to " + CaseFacts.clockText(c.to()) + " at " + place(c.span())).orElse("not stated, so no window is written; ask for them") + ".");
    day.flatMap(d -> known.map(k -> k.windowsOn(d.value()))).filter(w -> !w.isEmpty()).ifPresent(w -> remarks.add("The case has windows on that day already: " + String.join(", ", w) + "."));
    Optional<String> by = announcer();
    if (day.isEmpty() || by.isEmpty()) {
      remarks.add("No pause is written: " + (by.isEmpty() ? "no party that supports it is named." : "its day is not stated."));
      return;
    }
    String title = quoted((length.isPresent() ? CaseFacts.hours(length.get()) + " hours" : "Pause") + " on " + day.get().value() + ", as read in " + document.name());
    add("pauses", "- id: " + key);
    add("pauses", "  title: " + title);
    add("pauses", "  kind: humanitarian-pause");
    add("pauses", "  announced: {by: " + id(by.get()) + ", at: not stated, source: " + key + "}");
    add("pauses", clock.isEmpty() ? "  windows: []" : "  windows:");
    clock.ifPresent(c -> add("pauses", "    - {id: " + key + "-w, from: " + moment(day.get(), c.from()) + ", to: " + moment(day.get(), c.to()) + ", status: announced, announced: not stated, source: " + key + "}"));
  }

  private String moment(TimeMention day, int minutes) {
    LocalDate date = LocalDate.parse(day.value()).plusDays(minutes / (24 * 60));
    String offset = document.offset().equals(ZoneOffset.UTC) ? "+00:00" : document.offset().getId();
    return date + "T" + CaseFacts.clockText(minutes % (24 * 60)) + offset;
  }

  /** The first party that supports a halt. */
  private Optional<String> announcer() {
    return offered().stream().filter(s -> s.claims().stream().anyMatch(c -> c.term().equals("halt") && c.stance() == Stance.SUPPORTS)).map(s -> s.speaker().party())
        .collect(Collectors.groupingBy(p -> p, LinkedHashMap::new, Collectors.counting())).entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private void corridors() {
    List<Span> spans = facts.corridors();
    remarks.add(spans.isEmpty() ? "Corridors: none is named." : "Corridors are named at " + String.join(", ", spans.stream().map(this::place).toList()) + "; their ends must be drawn by hand.");
  }

  /** Silence is a value: every party that speaks, with every term. */
  private void positions() {
    Map<String, List<String>> stated = new LinkedHashMap<>();
    Map<String, List<String>> silent = new LinkedHashMap<>();
    for (Consents.Row row : Consents.of(statements)) {
      stated.computeIfAbsent(row.party(), _ -> new ArrayList<>());
      if (row.evidence().isEmpty()) {
        silent.computeIfAbsent(row.party(), _ -> new ArrayList<>()).add(row.term());
      } else {
        stated.get(row.party()).add(row.term() + " " + row.value() + " " + row.evidence());
      }
    }
    stated.forEach((party, rows) -> {
      List<String> parts = new ArrayList<>(rows);
      Optional.ofNullable(silent.get(party)).ifPresent(terms -> parts.add("not stated: " + String.join(", ", terms)));
      remarks.add("Position of " + party + ": " + String.join("; ", parts) + ".");
    });
  }

  private String place(Span span) {
    return document.name() + "#" + span.begin() + "-" + span.end();
  }

  private static String quoted(String words) {
    return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s+", " ") + "\"";
  }
}
