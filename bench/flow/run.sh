#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The flow kernel beside its peers. From the root, after `./mvnw -Pbench -DskipTests package -pl bench/flow -am`; writes bench/logs/flow-*.txt and bench/plots.
# Needs JAVA_HOME (25) and, for the part "known", the folder of known instances in INSTANCES. Parts: known growth (default: both).
set -eu
[ $# -gt 0 ] || set -- known growth
exec "$JAVA_HOME/bin/java" -cp "bench/flow/target/lib/*" org.respite.bench.flow.FlowBench "${INSTANCES:-../shared/flow}" bench "$@"
