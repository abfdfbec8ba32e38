#!/bin/sh
# A migrator as plain as can be: applies each file once, in the order of the names, and notes it. Two of it at once would get in each other's way.
set -eu
sql() { psql -X -q -v ON_ERROR_STOP=1 -d "$DATABASE_URL" "$@"; }

sql -c 'SET client_min_messages = warning' -c 'CREATE TABLE IF NOT EXISTS applied (script text PRIMARY KEY)'
for file in "${MIGRATIONS:?}"/*.sql; do
    script=$(basename "$file")
    if [ -z "$(sql -At -c "SELECT script FROM applied WHERE script = '$script'")" ]; then
        echo "migrating: $script"
        sql -f "$file"
        sql -c "INSERT INTO applied VALUES ('$script')"
    fi
done
