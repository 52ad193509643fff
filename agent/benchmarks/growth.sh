#!/usr/bin/env bash
# Time, CPU and heap of an application of 10,000 small classes: no agent, then 1, 10, 100, 1,000 and
# 5,000 of its classes as targets, in turns. Needs nothing but a JDK and what
#   mvn -Pbenchmarks -DskipTests -pl agent/benchmarks -am package
# has built. DOCS names a document whose table is written.
#
#   growth.sh [ROUNDS] [JVM OPTION...]     JAVA=/path/to/java growth.sh 5 -Xmx1g
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
java="${JAVA:-java}"
rounds="${1:-3}"
shift || true
exec java "-Dbenchmarks.docs=${DOCS:-}" -cp "$here/target/benchmarks.jar" dev.ssot.benchmarks.growth.Growth \
  "$here/../dist/target/ssot-agent.jar" "$rounds" "$java" "$@"
