#!/bin/sh
# Kills parts of the split form many times over, with 200 subscribers that are killed too: rounds of 24 kills, each on a fresh system and with
# a seed of its own, until so many are reached (default 300). Stops at the first broken promise, with the seed that repeats it.
#   tests/soak/run.sh [KILLS] [FIRST_SEED]
set -eu
cd "$(dirname "$0")/../.."
kills=${1:-300}
seed=${2:-$(date +%s)}
dotnet build tests/Alerts.Tests.EndToEnd -c Release -v quiet -nologo
done=0
while [ "$done" -lt "$kills" ]; do
    echo "round with ALERTS_TEST_SEED=$seed, $done of $kills kills done"
    ALERTS_TEST_SEED=$seed dotnet tests/Alerts.Tests.EndToEnd/bin/Release/net10.0/Alerts.Tests.EndToEnd.dll -noLogo -noColor -showLiveOutput \
        -class Alerts.Tests.EndToEnd.Faults.SplitKillTests
    done=$((done + 24))
    seed=$((seed + 1))
done
echo "$done kills, no promise broken"
