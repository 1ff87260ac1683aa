#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The flow kernel beside its peers. From the root, after `./mvnw -Pbench -DskipTests package -pl bench/flow -am`; writes bench/logs/flow-*.txt and bench/plots.
# Needs JAVA_HOME (25) and, for the parts "known" and "large", the folder of known instances in INSTANCES. Parts: known large growth (default: all).
set -eu
[ $# -gt 0 ] || set -- known large growth
exec "$JAVA_HOME/bin/java" -cp "bench/flow/target/lib/*" org.respite.bench.flow.FlowBench "${INSTANCES:-../shared/flow}" bench "$@"
