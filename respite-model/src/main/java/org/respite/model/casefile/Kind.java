// SPDX-License-Identifier: Apache-2.0
package org.respite.model.casefile;

/** What an id names; ids are unique within a kind. */
enum Kind {
  SOURCE("source"),
  PARTY("party"),
  STATEMENT("statement"),
  PAUSE("pause"),
  WINDOW("window"),
  OPTION("option"),
  GROUP("group"),
  DESTINATION("destination"),
  CORRIDOR("corridor"),
  LEG("leg"),
  CHECKPOINT("checkpoint"),
  STAGE("stage"),
  ITEM("aid item"),
  NEED("stated need"),
  FLEET("fleet"),
  AID_SITE("unloading site"),
  ROUTE("route"),
  SITE("place");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
