#!/usr/bin/env bash
# How long an attach takes, and for how long the JVM stops at most, in a process that has loaded
# 20,000 classes and goes on constructing: with 1, 10, 100 and 1,000 of its classes as targets, in
# turns. Needs nothing but a JDK from 11 on and what
#   mvn -Pbenchmarks -DskipTests -pl agent/benchmarks -am package
# has built. DOCS names a document whose table is written.
#
#   attach.sh [ROUNDS] [JVM OPTION...]     JAVA=/path/to/java attach.sh 5 -Xmx1g
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
java="${JAVA:-java}"
rounds="${1:-3}"
shift || true
exec java "-Dbenchmarks.docs=${DOCS:-}" -cp "$here/target/benchmarks.jar" dev.ssot.benchmarks.growth.Attach \
  "$here/../dist/target/ssot-agent.jar" "$rounds" "$java" "$@"
