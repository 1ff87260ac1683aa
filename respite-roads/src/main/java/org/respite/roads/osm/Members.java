// SPDX-License-Identifier: Apache-2.0
package org.respite.roads.osm;

import java.util.ArrayList;
import java.util.List;

/** The members of a relation. */
final class Members {
  /** Whom a member is. */
  enum Kind {
    NODE,
    WAY,
    RELATION
  }

  record Member(Kind kind, long id, String role) {}

  private final List<Member> list = new ArrayList<>();

  void clear() {
    list.clear();
  }

  void add(Kind kind, long id, String role) {
    list.add(new Member(kind, id, role));
  }

  /** Ids of the members of a kind and role, in order. */
  List<Long> of(Kind kind, String role) {
    return list.stream().filter(m -> m.kind == kind && m.role.equals(role)).map(Member::id).toList();
  }
}
