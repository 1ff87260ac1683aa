#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The kernel's own times and memory: grids of ../shared/flow and the streets of Aleppo. From the root, after `mvn -q package -pl respite-kernel`.
# Needs JAVA_HOME (25). Extra arguments are further .eaf files.
set -eu
shared="${SHARED:-../shared}"
classes="$(mktemp -d)"
trap 'rm -rf "$classes"' EXIT
"$JAVA_HOME/bin/javac" -cp respite-kernel/target/classes -d "$classes" bench/flow/*.java
bench() { "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx1g -cp "respite-kernel/target/classes:$classes" FlowBench "$1"; }
for g in grid400 grid1k grid5k grid20k; do bench "$shared/flow/$g.eaf"; done
for s in 480:250000 1440:250000 480:2000000 1440:2000000; do bench "aleppo:$s:$shared/data/osm/aleppo.osm.pbf"; done
for f in "$@"; do bench "$f"; done
