// SPDX-License-Identifier: Apache-2.0
package org.respite.engine.people;

/** When people of a group could first be at the place where a way out begins. */
interface Reach {
  int NEVER = Integer.MAX_VALUE;

  /** Where people set out: so many sources, numbered from 0. */
  int sources();

  /** Index of the source's group. */
  int group(int source);

  /** Units of flow at the source. */
  long units(int source);

  /** First minute at the site for who leaves when the first window opens; {@link #NEVER} where not within the windows. */
  int minute(int source, String site);
}
