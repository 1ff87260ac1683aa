#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes a ledger with the contents of aleppo.ledger.jsonl anew: other key, other clock, the same entries. From the root:
#   cases/aleppo-2016-10/make-ledger.sh NEW-WORKSPACE NEW-FILE
# The key that signed the file that is kept here was thrown away with its workspace; its public half is the file's first entry.
set -eu
workspace=$1
file=$2
case_folder=$(dirname -- "$0")
listed=$(mktemp)
trap 'rm -f "$listed"' EXIT
./respite ledger list "$case_folder/aleppo.ledger.jsonl" --json > "$listed"
./respite ledger init "$workspace" --title "East Aleppo, October 2016" --zone Asia/Damascus --author "the authors of this case (demonstration key)"
./respite ledger add "$workspace" --from "$listed" > /dev/null
./respite ledger confirm "$workspace" --all --by "the authors of this case"
./respite ledger export "$workspace" "$file" --root --tlp clear
