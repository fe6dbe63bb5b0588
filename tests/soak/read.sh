#!/bin/sh
# Reads mutated texts: cut, doubled, mixed, sprinkled with rubbish, one in 5,000 of 100 kB. Stops at the first that fails, has a span outside
# of itself, or takes more than 100 ms of the processor four times over, with the seed that repeats it.
#   tests/soak/read.sh [COUNT] [SEED]
set -eu
cd "$(dirname "$0")/../.."
dotnet build tests/Alerts.Tests.Unit -c Release -v quiet -nologo
ALERTS_TEST_TEXTS=${1:-1000000} ALERTS_TEST_SEED=${2:-$(date +%s)} dotnet tests/Alerts.Tests.Unit/bin/Release/net10.0/Alerts.Tests.Unit.dll -noLogo -noColor -diagnostics \
    -method Alerts.Tests.Unit.Reading.MutatedTextTests.Read_TwentyThousandMutations_NeverFails
echo "${1:-1000000} texts read"
