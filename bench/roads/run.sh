#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Streets against their peers, side by side on the same files. From the root, after `./mvnw -q -DskipTests package`, with JAVA_HOME (25):
#   bench/roads/run.sh ../shared/data/osm/heidelberg.osm.pbf ../shared/data/osm/andorra.osm.pbf
set -eu
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
for peer in graphhopper osmpbf; do
  mvn -q -B -f bench/roads/peers.xml -P$peer org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile="$work/$peer.cp" >/dev/null
done
java="$JAVA_HOME/bin/java -Xmx2g"
ours="respite-app/target/lib/*"
for name in GraphHopperPeer:graphhopper InflateAndParsePeer:osmpbf RoadsBench:ours SimplifyBench:ours; do
  class=${name%%:*}; peer=${name##*:}
  if [ "$peer" = ours ]; then cp="$ours"; else cp=$(cat "$work/$peer.cp"); fi
  "$JAVA_HOME/bin/javac" -d "$work/$class" -cp "$cp" "bench/roads/$class.java"
done
gh="$java -cp $work/GraphHopperPeer:$(cat "$work/graphhopper.cp") GraphHopperPeer"
pbf="$java -cp $work/InflateAndParsePeer:$(cat "$work/osmpbf.cp") InflateAndParsePeer"
echo "$(uname -sm), $(nproc) processors, $("$JAVA_HOME/bin/java" -version 2>&1 | sed -n 2p); the first of each run starts a new JVM, the last is warm"
uptime
brief() { awk 'NR <= 2 || /VmHWM/ { print; next } { last = $0; n++ } END { if (n) print last " (last of the run)" }'; } # the first, the second, the last, the memory
cold() { # a whole process as a user starts it, five times: user, system and clock seconds
  for i in 1 2 3 4 5; do ( TIMEFORMAT='%U %S %R'; export TIMEFORMAT; bash -c 'time "$@" >/dev/null 2>&1' cold "$@" 2>&1 | tail -n 1 ); done | sort -n | sed -n 3p | sed "s/^/$what, cold, user system clock s: /"
}
for file in "$@"; do
  what="respite-start $(basename "$file")" && cold ./respite --version
  what="respite $(basename "$file")" && cold ./respite roads import "$file" --out "$work/open.roads"
  what="inflate-and-parse $(basename "$file")" && cold $pbf "$file" 1 2
  what="graphhopper $(basename "$file")" && cold $gh import "$file" 1
  $pbf "$file" 20 2 2>/dev/null | brief
  $java -cp "$work/RoadsBench:$ours" RoadsBench import "$file" 20 2 | brief
  $gh import "$file" 10 2>/dev/null | brief
  $java -cp "$work/RoadsBench:$ours" org.respite.app.Respite roads import "$file" --out "$work/open.roads" >/dev/null 2>&1
  $java -cp "$work/RoadsBench:$ours" RoadsBench open "$work/open.roads" 20 | brief
  $java -cp "$work/RoadsBench:$ours" RoadsBench pairs "$file" "$work/pairs.csv"
  $gh route "$file" "$work/pairs.csv" "$work/peer.csv" 2>/dev/null
  $java -cp "$work/RoadsBench:$ours" RoadsBench compare "$file" "$work/peer.csv"
  for homes in 53 0; do $java -cp "$work/SimplifyBench:$ours" SimplifyBench "$work/open.roads" $homes 60; done
done
