#!/usr/bin/env bash
# Makes the one file that a machine without .NET needs: DIR/alerts for linux-x64, with its licence, digests and what it is made of (CycloneDX: the
# .NET packages in alerts.cdx.json, what the pages are made of and built with in dashboard.cdx.json) beside it.
#   deploy/publish.sh [DIR]      default: dist
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=${1:-dist}
mkdir -p -- "$out"
out=$(cd -- "$out" && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# Of a copy: lock files do not know the runtime that is packed in, and the checkout's own builds stay as they are. Versions are exact all the same.
git ls-files -z | xargs -0 cp --parents -t "$work"
# Native parts (SQLite) are unpacked into the user's own cache at the first start: a loader cannot take them from within a file. Compiled ahead of time, so that a
# start does not wait for the compiler (decision 0044).
dotnet publish "$work/gateway/Alerts.Cli/Alerts.Cli.csproj" -c Release -r linux-x64 --self-contained -o "$work/out" -nologo -v quiet \
  -p:PublishSingleFile=true -p:PublishReadyToRun=true -p:IncludeNativeLibrariesForSelfExtract=true -p:DebugType=embedded -p:RestoreForceEvaluate=true
mv -f -- "$work/out/alerts" "$out/alerts"
cp -- LICENSE "$out/LICENSE"

# What was restored for this very publish, with a digest of each package.
version=$("$out/alerts" --version)
dotnet tool restore --tool-manifest .config/dotnet-tools.json > /dev/null
dotnet tool run dotnet-CycloneDX -- "$work/gateway/Alerts.Cli/Alerts.Cli.csproj" --recursive --configuration Release --disable-package-restore \
  --output "$out" --filename alerts.cdx.json --output-format Json --spec-version 1.6 --set-name alerts --set-version "$version" > /dev/null
(cd -- "$work/gateway/dashboard" && npm pkg set version="$version" && npm sbom --package-lock-only --sbom-format cyclonedx) > "$out/dashboard.cdx.json"
(cd -- "$out" && sha256sum alerts LICENSE alerts.cdx.json dashboard.cdx.json > SHA256SUMS)
echo "$version"
echo "$out/alerts: $(du -h -- "$out/alerts" | cut -f1)"
