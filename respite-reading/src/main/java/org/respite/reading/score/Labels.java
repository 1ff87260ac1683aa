// SPDX-License-Identifier: Apache-2.0
package org.respite.reading.score;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Right and wrong labels of statements that are right: topics one by one, and the stance of each topic that is right. */
public final class Labels {
  private final Map<String, Tally> topics = new TreeMap<>();
  private final Map<String, Integer> stances = new TreeMap<>();

  Labels() {}

  /** Counts the labels of one statement, each "topic/stance"; the stances right and wrong among its right topics. */
  Tally add(List<String> gold, List<String> found) {
    Map<String, String> wanted = byTopic(gold);
    Tally sum = Tally.NONE;
    for (Map.Entry<String, String> one : byTopic(found).entrySet()) {
      String stance = wanted.remove(one.getKey());
      topics.merge(one.getKey(), stance == null ? new Tally(0, 1, 0) : new Tally(1, 0, 0), Tally::plus);
      if (stance != null) {
        boolean right = gold.contains(one.getKey() + "/" + one.getValue());
        sum = sum.plus(right ? new Tally(1, 0, 0) : new Tally(0, 1, 1));
        stances.merge((right ? one.getValue() : stance) + " > " + one.getValue(), 1, Integer::sum);
      }
    }
    wanted.keySet().forEach(topic -> topics.merge(topic, new Tally(0, 0, 1), Tally::plus));
    return sum;
  }

  private static Map<String, String> byTopic(List<String> claims) {
    Map<String, String> stances = new TreeMap<>();
    claims.forEach(c -> stances.putIfAbsent(c.substring(0, c.indexOf('/')), c.substring(c.indexOf('/') + 1)));
    return stances;
  }

  /** Right, wrong and missed by topic. */
  public Map<String, Tally> topics() {
    return Collections.unmodifiableMap(topics);
  }

  /** How often each "gold > found". */
  public Map<String, Integer> stances() {
    return Collections.unmodifiableMap(stances);
  }
}
