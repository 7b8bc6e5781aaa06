# Runs Postgres (the arguments are its command line) and ends when it ends, with its code.
# Standard input is a pipe from the laptop's JVM. However that JVM ends, kill -9 included, the pipe
# closes: then Postgres gets SIGINT, its fast shutdown, and no orphan keeps the data folder.
exec 3<&0
"$@" 3<&- </dev/null &
postgres=$!
{
  while read -r _; do :; done <&3
  kill -INT "$postgres"
} >/dev/null 2>&1 &
watch=$!
exec 3<&-
wait "$postgres"
code=$?
kill -9 "$watch" 2>/dev/null
exit "$code"
