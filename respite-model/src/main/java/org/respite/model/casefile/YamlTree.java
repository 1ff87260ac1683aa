// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.respite.model.finding.At;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML into {@link Node}s from the parser's events: no implicit types, no anchors, no tags, duplicate keys found, every
 * node with its line. Memory is linear in the text, as nothing can refer to anything.
 */
final class YamlTree {
  private static final int DEEPEST = 24;

  private final String file;
  private final Findings findings;
  private final Deque<Open> open = new ArrayDeque<>();
  private Node root;

  /** A collection being filled; {@code key} is the mapping key that waits for its value. */
  private static final class Open {
    final Node node;
    Node.Text key;

    Open(Node node) {
      this.node = node;
    }
  }

  private YamlTree(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** The document's root mapping; empty after findings where the text is not one. */
  static Optional<Node.Fields> parse(String file, String text, Findings findings) {
    return new YamlTree(file, findings).parse(text);
  }

  private Optional<Node.Fields> parse(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        if (!take(event)) return Optional.empty();
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
      broken(new At(file, line), e.getProblem());
      return Optional.empty();
    } catch (YamlEngineException e) {
      broken(At.file(file), e.getMessage());
      return Optional.empty();
    }
    if (root instanceof Node.Fields fields) return Optional.of(fields);
    findings.error(
        "not-a-case", At.file(file), "the file holds no mapping of keys", "there is no case to read",
        "begin with `format: respite-case/1`; docs/case-format.md shows every key");
    return Optional.empty();
  }

  private void broken(At at, String problem) {
    findings.error(
        "not-yaml", at, "the text is not YAML from here on: " + problem, "nothing after it can be read",
        "look for a missing quote, bracket or indent at or just before this line; is the file whole?");
  }

  /** Takes one event; false where reading cannot go on. */
  private boolean take(Event event) {
    At at = new At(file, event.getStartMark().map(m -> m.getLine() + 1).orElse(0));
    if (event instanceof AliasEvent || event instanceof NodeEvent n && n.getAnchor().isPresent()) {
      findings.error(
          "yaml-alias", at, "an anchor (&) or alias (*)", "aliases can expand a few lines to gigabytes and hide what a line says",
          "write the value out at each place");
      return false;
    }
    return switch (event) {
      case ScalarEvent scalar -> add(new Node.Text(scalar.getValue(), at));
      case SequenceStartEvent _ -> enter(new Node.Items(new ArrayList<>(), at));
      case MappingStartEvent _ -> enter(new Node.Fields(new LinkedHashMap<>(), at));
      default -> leaveOrSkip(event);
    };
  }

  private boolean leaveOrSkip(Event event) {
    switch (event.getEventId()) {
      case SequenceEnd, MappingEnd -> open.pop();
      default -> {}
    }
    return true;
  }

  private boolean enter(Node collection) {
    if (open.size() >= DEEPEST) {
      findings.error(
          "too-deep", collection.at(), "more than %d levels of nesting".formatted(DEEPEST), "a case needs at most ten",
          "is this file a case?");
      return false;
    }
    add(collection);
    open.push(new Open(collection));
    return true;
  }

  private boolean add(Node node) {
    if (open.isEmpty()) {
      root = node;
      return true;
    }
    Open top = open.peek();
    switch (top.node) {
      case Node.Items items -> items.items().add(node);
      case Node.Fields fields -> addToMapping(top, fields, node);
      case Node.Text _ -> throw new IllegalStateException("a scalar is never open");
    }
    return true;
  }

  private void addToMapping(Open top, Node.Fields fields, Node node) {
    if (top.key == null) {
      top.key = node instanceof Node.Text text ? text : keyIsNoText(node);
      return;
    }
    Node.Text key = top.key;
    top.key = null;
    Node.Field before = fields.entries().putIfAbsent(key.value(), new Node.Field(key.at(), node));
    if (before != null) {
      findings.error(
          "duplicate-key", key.at(), "`%s` stands here a second time (first on line %d)".formatted(key.value(), before.keyAt().line()),
          "one of the two would be lost in silence", "keep one");
    }
  }

  private Node.Text keyIsNoText(Node node) {
    findings.error("bad-key", node.at(), "a key that is " + node.kind(), "the entry cannot be named", "write a plain word before the colon");
    return new Node.Text("", node.at());
  }
}
