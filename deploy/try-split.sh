#!/usr/bin/env bash
# Starts the split form on this machine for trying: a private RabbitMQ, a private PostgreSQL and the four processes, all on the loopback
# address, in one folder. Ctrl-C ends everything. Not for production: see deploy/systemd and deploy/compose.yaml.
#
#   deploy/try-split.sh [--data DIR] [--http PORT] [--grpc PORT]
#
#   --data DIR    keeps everything in DIR, and goes on from there the next time; without it a folder is made and deleted at the end
#   --http PORT   port of page and REST (8080)
#   --grpc PORT   port of gRPC (8081)
#
# Needs the .NET 10 SDK, and the packages rabbitmq-server and postgresql (Debian's names). ALERTS_RABBITMQ_HOME (a folder with
# sbin/rabbitmq-server) and ALERTS_POSTGRES_BIN (a folder with initdb and postgres) name other installations.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
data='' http=8080 grpc=8081
fail() { echo "try-split: $*" >&2; exit 1; }

while (($#)); do
  case $1 in
    --data) data=${2:?--data needs a folder}; shift 2 ;;
    --http) http=${2:?--http needs a port}; shift 2 ;;
    --grpc) grpc=${2:?--grpc needs a port}; shift 2 ;;
    -h | --help) sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) fail "unknown argument: $1 (see --help)" ;;
  esac
done

command -v dotnet > /dev/null || fail "the .NET 10 SDK is missing: see https://dotnet.microsoft.com/download"
rabbit=${ALERTS_RABBITMQ_HOME:-$(compgen -G '/usr/lib/rabbitmq/lib/rabbitmq_server-*' | sort -V | tail -n 1 || true)}
[[ -x $rabbit/sbin/rabbitmq-server ]] || fail "RabbitMQ is missing: install the package rabbitmq-server, or set ALERTS_RABBITMQ_HOME"
postgres=${ALERTS_POSTGRES_BIN:-$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1 || true)}
[[ -x $postgres/initdb ]] || fail "PostgreSQL is missing: install the package postgresql, or set ALERTS_POSTGRES_BIN"

keep=yes
if [[ -z $data ]]; then data=$(mktemp -d -t alerts-split-XXXXXX); keep=no; fi
umask 077
mkdir -p -- "$data"/{keys,broker,log,gateway}
data=$(cd -- "$data" && pwd)
exec 8> "$data/lock"
if [[ -x /usr/bin/flock ]]; then /usr/bin/flock -n 8 || fail "$data is in use by another try-split"; fi

# What has started, oldest first; it ends in the other order, so that nobody loses what it still needs.
pids=() names=()
server="${XDG_STATE_HOME:-$HOME/.local/state}/alerts/server.json"

stop() {
  trap '' INT TERM
  local i tries
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do
    local signal=TERM
    # PostgreSQL's fast shutdown: its smart one waits for every client.
    [[ ${names[i]} == database ]] && signal=INT
    kill -"$signal" "${pids[i]}" 2> /dev/null || continue
    for ((tries = 0; tries < 150; tries++)); do kill -0 "${pids[i]}" 2> /dev/null || break; sleep 0.1; done
    kill -KILL "${pids[i]}" 2> /dev/null || true
  done
  if [[ -f $server ]] && grep -q "\"pid\": $$," "$server"; then rm -f -- "$server"; fi
  if [[ $keep == no ]]; then rm -rf -- "$data"; fi
}
trap stop EXIT
trap 'exit 0' INT TERM

# Starts a program in a session of its own: Ctrl-C reaches this script alone, which ends them in order.
start() {
  local name=$1; shift
  # Emptied before it starts, so that nobody reads in it of an earlier start.
  : > "$data/log/$name.log"
  setsid "$@" >> "$data/log/$name.log" 2>&1 < /dev/null 8>&- &
  pids+=($!) names+=("$name")
}

alive() { kill -0 "${pids[-1]}" 2> /dev/null || { tail -n 20 "$data/log/${names[-1]}.log" >&2; fail "${names[-1]} did not start; its log is above"; }; }

# Ports that nobody listens on, below those that the system hands out for connections.
taken=()
free_port() {
  while :; do
    port=$((10000 + RANDOM % 20000))
    [[ " ${taken[*]} " == *" $port "* ]] && continue
    (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null && continue
    taken+=("$port")
    return
  done
}

wait_for() { # host-port path
  until (exec 3<> "/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.0\r\n\r\n' "$2" >&3 && grep -q '^HTTP/1.[01] 200' <&3) 2> /dev/null; do alive; sleep 0.2; done
}

secret() { [[ -s $1 ]] || head -c 32 /dev/urandom > "$1"; }
password() { [[ -s $1 ]] || head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$1"; }

echo "Building ..." >&2
for project in gateway/Alerts.Gateway.Host services/Ingest/Alerts.Ingest.Host services/Risk/Alerts.Risk.Host services/Notify/Alerts.Notify.Host; do
  dotnet build "$root/$project" -c Release -v quiet -nologo -clp:NoSummary > "$data/log/build.log" 2>&1 8>&- || { cat "$data/log/build.log" >&2; fail "the build failed"; }
done
program() { echo "$root/$1/bin/Release/net10.0/$(basename "$1").dll"; }

for key in internal page cursor; do secret "$data/keys/$key.key"; done

echo "Starting PostgreSQL ..." >&2
password "$data/keys/database.password"
free_port; database_port=$port
# PostgreSQL refuses to run as root.
as_database=()
mkdir -p -- "$data/database"
if ((EUID == 0)); then
  as_database=(setpriv --reuid=postgres --regid=postgres --init-groups)
  chmod 711 "$data"
  chown postgres: "$data/database"
fi
if [[ ! -f $data/database/PG_VERSION ]]; then
  # Its own copy, since the folder of the keys is closed to it.
  cp -- "$data/keys/database.password" "$data/first.password"
  if ((EUID == 0)); then chown postgres: "$data/first.password"; fi
  "${as_database[@]}" "$postgres/initdb" -D "$data/database" -U alerts -E UTF8 --locale=C --auth=scram-sha-256 --pwfile="$data/first.password" \
    > "$data/log/initdb.log" 2>&1 || { cat "$data/log/initdb.log" >&2; fail "initdb failed"; }
  rm -f -- "$data/first.password"
fi
start database "${as_database[@]}" "$postgres/postgres" -D "$data/database" -c listen_addresses=127.0.0.1 -c "port=$database_port" -c unix_socket_directories=
until grep -q 'ready to accept connections' "$data/log/database.log"; do alive; sleep 0.1; done
database="postgres://alerts:$(< "$data/keys/database.password")@127.0.0.1:$database_port/postgres"
printf '%s\n' "$database" > "$data/keys/database.address"
"$root/alerts" migrate --database "$database" > "$data/log/migrate.log" 2>&1 || { cat "$data/log/migrate.log" >&2; fail "the migration failed"; }

echo "Starting RabbitMQ ..." >&2
# The data of a broker belongs to the name of its node, so that stays.
[[ -s $data/broker/.erlang.cookie ]] || password "$data/broker/.erlang.cookie"
chmod 400 "$data/broker/.erlang.cookie"
echo '[].' > "$data/broker/plugins"
: > "$data/broker/env.conf"
: > "$data/broker/rabbitmq.conf"
free_port; broker_port=$port
free_port; broker_distribution_port=$port
free_port; epmd_port=$port
export ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$epmd_port
start epmd env HOME="$data/broker" epmd -port "$epmd_port" -address 127.0.0.1
start broker env HOME="$data/broker" RABBITMQ_NODENAME=alerts@localhost RABBITMQ_NODE_PORT="$broker_port" RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 \
  RABBITMQ_DIST_PORT="$broker_distribution_port" RABBITMQ_MNESIA_BASE="$data/broker/data" RABBITMQ_LOG_BASE="$data/broker/log" RABBITMQ_LOGS=- \
  RABBITMQ_ENABLED_PLUGINS_FILE="$data/broker/plugins" RABBITMQ_CONFIG_FILE="$data/broker/rabbitmq.conf" RABBITMQ_CONF_ENV_FILE="$data/broker/env.conf" \
  RUNNING_UNDER_SYSTEMD=true "$rabbit/sbin/rabbitmq-server"
until grep -q 'Server startup complete' "$data/log/broker.log"; do alive; sleep 0.2; done

echo "Starting ingest, risk, notify and the gateway ..." >&2
export ALERTS_Secrets__Folder="$data/keys"
export ALERTS_RabbitMq__Port=$broker_port
export ALERTS_Postgres__ConnectionStringFile="$data/keys/database.address"
services=()
for service in Notify Risk Ingest; do
  free_port; own=$port
  free_port; health=$port
  start "${service,,}" env ALERTS_Listen__Port="$own" ALERTS_Listen__HealthPort="$health" dotnet "$(program "services/$service/Alerts.$service.Host")"
  services+=("ALERTS_Services__$service=http://127.0.0.1:$own")
  wait_for "$health" /livez
  echo "  ${service,,}: port $own, health and metrics http://127.0.0.1:$health/metrics" >&2
done
free_port; health=$port
start gateway env "${services[@]}" ALERTS_Gateway__HttpPort="$http" ALERTS_Gateway__GrpcPort="$grpc" ALERTS_Gateway__HealthPort="$health" \
  ALERTS_Gateway__DataFolder="$data/gateway" dotnet "$(program gateway/Alerts.Gateway.Host)"
wait_for "$health" /livez
echo "  gateway: health and metrics http://127.0.0.1:$health/metrics" >&2

# What 'alerts up' writes: clients of this user find the server and its token here.
token=$(< "$data/gateway/token")
mkdir -p -- "$(dirname -- "$server")"
printf '{\n  "http": "http://127.0.0.1:%s",\n  "grpc": "http://127.0.0.1:%s",\n  "token": "%s",\n  "pid": %s,\n  "started": "%s"\n}\n' \
  "$http" "$grpc" "$token" "$$" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" > "$server.$$"
mv -- "$server.$$" "$server"

cat >&2 << EOF
Alerts is up, split. Page: http://127.0.0.1:$http   gRPC: http://127.0.0.1:$grpc
Sign in with this link (keep it to yourself):
  http://127.0.0.1:$http/signin?token=$token
Try ./alerts status, ./alerts watch and ./alerts report in another terminal. Ctrl-C ends everything.
EOF

# As long as all live. One that ends by itself is told, and the rest goes on as it would elsewhere.
told=' '
while :; do
  sleep 1 8>&- &
  wait $! || true
  for i in "${!pids[@]}"; do
    if ! kill -0 "${pids[i]}" 2> /dev/null && [[ $told != *" ${names[i]} "* ]]; then
      told+="${names[i]} "
      echo "try-split: ${names[i]} has ended; its log: $data/log/${names[i]}.log" >&2
    fi
  done
done
