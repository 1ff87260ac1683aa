// SPDX-License-Identifier: Apache-2.0
package org.respite.kernel.eaf;

/**
 * One thing wrong with an instance file.
 *
 * @param line line in the file, from 1
 * @param what what is there, with the value
 * @param hint what to write instead
 */
public record EafFinding(long line, String what, String hint) {}
