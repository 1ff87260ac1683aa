// SPDX-License-Identifier: Apache-2.0
package org.respite.app.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.respite.app.console.ExitCode;
import org.respite.ledger.Workspace;
import org.respite.ledger.answer.EntryWords;
import org.respite.ledger.answer.Lookup;
import org.respite.ledger.entering.FromCase;
import org.respite.ledger.entering.FromReview;
import org.respite.ledger.entering.Typed;
import org.respite.ledger.entry.Body;
import org.respite.ledger.entry.Label;
import org.respite.ledger.form.Asked;
import org.respite.ledger.form.Refused;
import org.respite.ledger.form.Value;
import org.respite.ledger.proof.Contents;
import org.respite.ledger.proof.Recorded;
import org.respite.ledger.proof.Writer;
import org.respite.model.casefile.CaseFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is said, enters. */
@Command(
    name = "add",
    description = "Enter something: typed, as JSON, out of a case folder, or out of a review of a document. It is signed and on the disk when this ends.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "2:the workspace, an entry or the command is wrong; nothing was entered", "70:a bug of ours"},
    footer = {
      "%nExamples:",
      "  respite ledger add night statement --id s40 --party fastaqim --level sector --said 2016-10-18 --heard 2016-10-19T17:40+03:00 \\",
      "    --source call-7 --text \"Agrees to a truce and to aid, not to leaving.\" --claim halt/agrees --claim aid/agrees --claim leaving/refuses",
      "  respite ledger add night source --set key=call-7 --set publisher=\"phone call\" --set reliability=B",
      "  respite ledger add night --from entries.json"
    })
final class AddVerb extends LedgerVerb {
  @Parameters(index = "0", paramLabel = "WORKSPACE", description = "a workspace folder")
  Path folder;

  @Parameters(index = "1", arity = "0..1", paramLabel = "KIND", description = "party, source, document, statement, claim, count, incident, decision, notification, acknowledgement")
  String kind;

  @Mixin Access access = new Access();
  @Mixin Typing typing = new Typing();

  @Option(names = "--from", paramLabel = "FILE", description = "a JSON list of {\"kind\": ..., \"body\": {...}}, or - for standard input")
  String from;

  @Option(names = "--from-case", paramLabel = "CASE", description = "parties, cited sources and statements of a case folder")
  Path fromCase;

  @Option(names = "--from-review", paramLabel = "JOURNAL", description = "what was accepted with `respite read --review`; each acceptance is entered as a confirmation")
  Path fromReview;

  @Option(names = "--attach", paramLabel = "FILE", description = "with KIND document: the original, kept in the workspace as it came, known by its hash")
  Path attach;

  @Option(names = "--tlp", paramLabel = "LABEL", description = "clear, green, amber, amber-strict or red (default: amber)")
  String tlp = "amber";

  @Option(names = "--sensitivity", paramLabel = "LEVEL", description = "low, moderate, high or severe (default: moderate)")
  String sensitivity = "moderate";

  @Override
  int run() throws Refused {
    long ways = java.util.stream.Stream.of(kind, from, fromCase, fromReview).filter(w -> w != null).count();
    if (ways != 1) throw Refused.of("one-way", "add", ways == 0 ? "nothing is named that should be entered" : "more than one way to enter is given", "give a KIND, or one of --from, --from-case, --from-review");
    try (Workspace w = access.open(folder)) {
      List<Recorded> done = fromReview != null ? review(w) : w.append(checked(attach != null ? attached(w) : items(), w.contents()));
      if (json) json(Value.Fields.with().put("entered", new Value.Items(done.stream().<Value>map(EntryWords::fields).toList())).done());
      else done.forEach(r -> line("%s", EntryWords.line(r)));
    }
    return ExitCode.DONE;
  }

  private Label label() throws Refused {
    return Typed.label(tlp, sensitivity);
  }

  private List<Writer.Item> items() throws Refused {
    if (kind != null) return List.of(Typed.item(kind, Typed.fields(typing.settings(), typing.claims), label()));
    if (from != null) return Typed.list(bytes(), from);
    CaseFolder.Result read = CaseFolder.read(fromCase);
    if (read.read().isEmpty()) throw new Refused(read.findings());
    return FromCase.items(read.read().get(), label());
  }

  private List<Writer.Item> attached(Workspace w) throws Refused {
    if (!"document".equals(kind)) throw Refused.of("nothing-to-attach-to", "--attach", "only a document has an original", "write `respite ledger add %s document --attach %s`".formatted(folder, attach));
    Map<String, String> settings = typing.settings();
    try {
      byte[] original = Files.readAllBytes(attach);
      settings.put("sha256", w.originals().keep(original));
      settings.put("bytes", Integer.toString(original.length));
      settings.putIfAbsent("title", attach.getFileName().toString());
    } catch (IOException e) {
      throw Refused.of("unreadable", attach.toString(), "it cannot be read: " + e.getMessage(), "name the file as it came");
    }
    return List.of(Typed.item(kind, Typed.fields(settings, List.of()), label()));
  }

  private byte[] bytes() throws Refused {
    try {
      return from.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(from));
    } catch (IOException e) {
      throw Refused.of("unreadable", from, "it cannot be read: " + e.getMessage(), "name a JSON file, or - for standard input");
    }
  }

  /** Names are given once, and what an entry speaks of is there; an entry may be named in short. */
  private static List<Writer.Item> checked(List<Writer.Item> items, Contents contents) throws Refused {
    Set<String> taken = contents.entries().map(r -> named(r.entry().body())).filter(n -> !n.isEmpty()).collect(Collectors.toSet());
    List<Writer.Item> all = new ArrayList<>();
    for (Writer.Item item : items) {
      String name = named(item.body());
      if (!name.isEmpty() && !taken.add(name)) throw Refused.of("name-taken", item.body().label(), "there is a %s already".formatted(name), "choose another, or use `respite ledger correct`");
      all.add(new Writer.Item(item.label(), Lookup.resolved(item.body(), contents)));
    }
    return all;
  }

  private static String named(Body body) {
    return body.label().isEmpty() ? "" : Asked.written(body.kind()) + " `" + body.label() + "`";
  }

  /** A journal may be brought again after more was decided: what is in already stays as it is. */
  private List<Recorded> review(Workspace w) throws Refused {
    FromReview.Brought brought;
    try {
      brought = FromReview.read(Files.readString(fromReview, StandardCharsets.UTF_8), fromReview.toString());
    } catch (IOException e) {
      throw Refused.of("unreadable", fromReview.toString(), "it cannot be read: " + e.getMessage(), "name the journal that `respite read --review` wrote");
    }
    Contents contents = w.contents();
    Set<String> labels = contents.entries().map(r -> r.entry().body().label()).collect(Collectors.toSet());
    Set<Body> bodies = contents.entries().map(r -> r.entry().body()).collect(Collectors.toSet());
    Label label = label();
    List<Writer.Item> items = new ArrayList<>();
    brought.before().stream().filter(b -> !bodies.contains(b) && !(b instanceof Body.Source && labels.contains(b.label()))).forEach(b -> items.add(new Writer.Item(label, b)));
    Map<String, String> by = new LinkedHashMap<>();
    for (FromReview.Accepted a : brought.accepted()) {
      if (labels.contains(a.statement().id())) continue;
      items.add(new Writer.Item(label, a.statement()));
      by.put(a.statement().id(), a.by());
    }
    if (items.isEmpty()) return List.of();
    List<Recorded> done = new ArrayList<>(w.append(items));
    List<Writer.Item> confirmations = done.stream().filter(r -> by.containsKey(r.entry().body().label())).map(r -> new Writer.Item(label, new Body.Confirmation(r.hash(), Body.Confirmation.Verdict.CONFIRMED, List.of(), by.get(r.entry().body().label()), "accepted in review"))).toList();
    if (!confirmations.isEmpty()) done.addAll(w.append(confirmations));
    return done;
  }
}
