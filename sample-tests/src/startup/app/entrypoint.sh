#!/bin/sh
# What each replica of an application runs when it starts: makes sure of its settings, waits for the database, cleans and migrates
# under one lock, then becomes the application. Any number of replicas can run it at once.
#   DATABASE_URL   postgresql://user:password@host:5432/database
#   MIGRATE        the command that migrates, for example: python manage.py migrate
#   MIGRATIONS     where its .sql files are, if it has some: their names are then known before they run
# Its arguments are the command that starts the application.
set -eu

fail() {
    echo "entrypoint: $1" >&2
    exit 64
}

[ -n "${DATABASE_URL:-}" ] || [ -n "${DATABASE_URL_FILE:-}" ] || fail "set DATABASE_URL or DATABASE_URL_FILE"
[ -n "${MIGRATE:-}" ] || fail "set MIGRATE to the command that migrates"
[ $# -gt 0 ] || fail "give the command that starts the application as arguments"

# Waits for the database and for the other replicas, ends what a dead one left, frees the names that are to be created, and migrates.
guard() {
    "${JAVA:-/opt/clean-stale-types/java/bin/java}" -jar "${CLI_JAR:-/opt/clean-stale-types/clean-stale-types-cli.jar}" guard \
        --wait "${DATABASE_WAIT:-2m}" ${MIGRATIONS:+--migrations "$MIGRATIONS"} -- "$@"
}
# A replica that is told to stop while it migrates passes that on, and ends when the migration has ended.
stopped=''
guard sh -c "$MIGRATE" &
guard=$!
trap 'stopped=1; kill -TERM "$guard" 2>/dev/null || :' TERM INT
while kill -0 "$guard" 2>/dev/null; do
    status=0
    wait "$guard" || status=$?
done
trap - TERM INT
[ "$status" -eq 0 ] || exit "$status"
[ -z "$stopped" ] || exit 143

# Not under the guard: the application outlives it, and must not carry its token.
exec "$@"
