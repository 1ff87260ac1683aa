#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Times a ledger of 10^6 entries (or of as many as the first argument says). From the root, after `./respite --help` has built it.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"${JAVA_HOME:?a JDK 25}/bin/java" -Xmx6g --enable-native-access=ALL-UNNAMED -cp "respite-app/target/lib/*" bench/ledger/LedgerBench.java "${1:-1000000}" "$scratch"
