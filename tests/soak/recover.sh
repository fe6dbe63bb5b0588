#!/bin/sh
# Kills one part of the split form after the other, each when all is at rest, with one process of each service, and tells how long each fault lasted.
#   tests/soak/recover.sh [SEED]
set -eu
cd "$(dirname "$0")/../.."
dotnet build tests/Alerts.Tests.EndToEnd -c Release -v quiet -nologo
ALERTS_TEST_SEED=${1:-$(date +%s)} dotnet tests/Alerts.Tests.EndToEnd/bin/Release/net10.0/Alerts.Tests.EndToEnd.dll -noLogo -noColor -showLiveOutput -explicit only \
    -class Alerts.Tests.EndToEnd.Faults.SplitRecoveryTests
