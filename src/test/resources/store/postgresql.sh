# Runs a PostgreSQL of its own for as long as its standard input is open, so that it ends with the process that
# started it, however that ends: postgresql.sh BIN PORT SECRET.
set -eu
home=$(mktemp -d "${TMPDIR:-/tmp}/defcore-postgresql-XXXXXX")
trap : HUP INT TERM
end() {
  "$1/pg_ctl" -s -D "$home/data" -m fast stop || true
  rm -rf "$home"
}
trap 'end "$1"' EXIT
cd "$home"
printf '%s' "$3" >secret
"$1/initdb" -N -D "$home/data" -U defcore -A scram-sha-256 --pwfile=secret -E UTF8 --locale=C >init.log
cat >>data/postgresql.conf <<CONF
listen_addresses = '127.0.0.1'
port = $2
unix_socket_directories = ''
fsync = on
CONF
"$1/pg_ctl" -s -w -D "$home/data" -l "$home/log" start || { cat "$home/log" >&2; exit 1; }
echo started
cat >/dev/null
