#!/bin/sh
# A WordPress of its own, with the plugin in it, at http://127.0.0.1:PORT: `start.sh PORT ZIP`, or `start.sh check`, which
# only says whether all that it needs is on this machine. It prints its folder when it is ready. Another WordPress than
# that of Debian's package is tried by its folder in SUMMARY_CARD_WORDPRESS.
#
# It ends when its standard input is closed, with all that it has started and all its files. So it outlives the tests in
# no case, even if they are killed. It has to be the first of a process group of its own.
set -eu

here="$(cd "$(dirname "$0")" && pwd)"
PATH="$PATH:/usr/sbin"

# Debian's packages; see xtask/src/tools/wordpress.rs.
packaged="${SUMMARY_CARD_WORDPRESS:-/usr/share/wordpress}"
for program in php mariadbd mariadb-install-db; do
  command -v "$program" > /dev/null || { echo "$program is not here" >&2; exit 1; }
done
php -r 'exit((int) !extension_loaded("mysqli"));' || { echo "php-mysql is not here" >&2; exit 1; }
for part in "" /wp-content/themes/twentytwentythree; do
  test -e "$packaged$part" || { echo "$packaged$part is not here" >&2; exit 1; }
done
if [ "$1" = check ]; then exit; fi

folder="$(mktemp -d)"
export SITE_ADDRESS="http://127.0.0.1:$1" SITE_SOCKET="$folder/socket"
end() {
  trap "" TERM EXIT
  kill 0
  wait
  rm -rf "$folder"
}
trap end EXIT

# A database without a port, that any program of this user may use.
user="$(id -un)"
mkdir "$folder/data"
mariadb-install-db --no-defaults --user="$user" --datadir="$folder/data" \
  --auth-root-authentication-method=normal --skip-test-db > "$folder/log" 2>&1
mariadbd --no-defaults --user="$user" --datadir="$folder/data" --socket="$SITE_SOCKET" --skip-networking \
  --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=32M < /dev/null >> "$folder/log" 2>&1 &
until [ -S "$SITE_SOCKET" ]; do
  kill -0 $! || { cat "$folder/log" >&2; exit 1; }
  sleep 0.05
done

cp -rL "$packaged" "$folder/site"
cp "$here/wp-config.php" "$folder/site/wp-config.php"
mkdir -p "$folder/site/wp-content/mu-plugins" "$folder/site/wp-content/uploads"
cp "$here/switches.php" "$folder/site/wp-content/mu-plugins/"
php "$here/install.php" "$folder/site" "$2" >&2

PHP_CLI_SERVER_WORKERS=4 php -S "127.0.0.1:$1" -t "$folder/site" "$here/router.php" < /dev/null >> "$folder/log" 2>&1 &
until php -r 'exit((int) !@fsockopen("127.0.0.1", $argv[1]));' "$1"; do
  kill -0 $! || { cat "$folder/log" >&2; exit 1; }
  sleep 0.05
done
echo "$folder"
read -r _ || true
