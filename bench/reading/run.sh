#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Time, memory and sameness of reading: our own articles, and the founding one where ../shared is. From the root, after `mvn -q package`.
# Needs JAVA_HOME (25) and the path of jackson-core in JACKSON (mvn -q dependency:build-classpath -pl respite-reading shows it).
set -eu
articles="$(ls respite-reading/src/test/resources/gold/*.txt respite-reading/src/test/resources/gold/*/*.txt)"
[ -f ../shared/statements/aleppo-2016-10-19.txt ] && articles="$articles ../shared/statements/aleppo-2016-10-19.txt"
exec "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -cp "respite-reading/target/classes:$JACKSON" bench/reading/ReadingBench.java $articles
