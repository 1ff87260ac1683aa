#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Scores the reader on folders of registers: bench/reading/scores.sh respite-reading/src/test/resources/gold/tuning
# From the root, after `mvn -q test-compile -pl respite-reading`. Needs JAVA_HOME (25) and CLASSPATH (mvn -q dependency:build-classpath -pl respite-reading).
set -eu
exec "$JAVA_HOME/bin/java" -cp "respite-reading/target/classes:$CLASSPATH" bench/reading/Scores.java "$@"
