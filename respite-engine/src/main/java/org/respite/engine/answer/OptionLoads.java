// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.answer;

import java.util.List;

/**
 * What an option's own schedule brings in, middle world: "eight hours bring in medicine, forty-eight hours feed the city" as figures.
 *
 * @param trips scheduled
 * @param gap share of the bound that the schedule does not reach
 * @param goods in the case's order
 */
public record OptionLoads(String option, String title, int lanes, double hours, int trips, double gap, List<Goods> goods, String reason) {
  public OptionLoads {
    goods = List.copyOf(goods);
  }

  /**
   * One class of goods.
   *
   * @param days the span that the need is for
   * @param tonnes that arrive
   * @param share of the need of everybody inside, in [0, 1]
   */
  public record Goods(String item, String name, double days, double tonnes, double share) {}

  /** One sentence. */
  public String words() {
    if (trips == 0) return "%s, %s: nothing comes in. %s".formatted(title, laneWords(), reason);
    return "%s, %s: %d trucks bring in %s.".formatted(title, laneWords(), trips, String.join("; ", goods.stream().map(OptionLoads::words).toList()));
  }

  private String laneWords() {
    return lanes == 1 ? "one lane" : lanes + " lanes";
  }

  private static String words(Goods g) {
    String span = g.days() == 1 ? "a day" : "%.0f days".formatted(g.days());
    if (g.share() <= 0) return "no " + g.name();
    if (g.share() >= 1 - 1e-9) return "%s for everybody inside for %s".formatted(g.name(), span);
    return "%s for %.0f %% of those inside for %s".formatted(g.name(), Math.max(1, 100 * g.share()), span);
  }
}
