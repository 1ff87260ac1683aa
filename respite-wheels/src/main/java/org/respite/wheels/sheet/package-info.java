// SPDX-License-Identifier: Apache-2.0
/** Tables that people fill in and read: XLSX and CSV, out and back in, with every oddity of spreadsheets told. */
package org.respite.wheels.sheet;
