// SPDX-License-Identifier: Apache-2.0
package org.respite.model.scenario;

/** One item of the do-no-harm gate. Always on, never scored away. */
public record GateItem(Kind kind, Status status, String why, String source) {
  /** The twelve questions (UNHCR emergency handbook, ICRC conditions for evacuations, AP II 17; practice notes 1.5). */
  public enum Kind {
    TOLD_IN_ADVANCE("People were told the terms, the destination and the process in advance"),
    FREE_TO_STAY_OR_GO("Free to stay or to go; protected either way, after the deadline too"),
    FAMILIES_TOGETHER("Families stay together"),
    PAPERS_AND_BELONGINGS("People keep their papers and belongings"),
    WOUNDED_AND_DISABLED_SERVED("Wounded, disabled and unaccompanied children are served"),
    DESTINATION_FIT_AND_RETURN("The destination is fit, people may move on from it and have the right to return"),
    NO_FORCED_DISPLACEMENT("Nobody is forced out; the siege is not used to empty the area"),
    AID_IN_PLACE_FIRST("Aid in place was tried first"),
    GOODS_IN_AS_WELL("Goods may go in as well as people out"),
    MEN_NOT_EXCLUDED("Men are not silently excluded or held"),
    MINES_CLEARED("The ways are cleared of mines: by whom, when"),
    NEUTRAL_EYES("Neutral observers are present");

    private final String question;

    Kind(String question) {
      this.question = question;
    }

    public String question() {
      return question;
    }
  }

  /** Open unless somebody stated otherwise. */
  public enum Status {
    OPEN,
    MET,
    NOT_MET
  }
}
