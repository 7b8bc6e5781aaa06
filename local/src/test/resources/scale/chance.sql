-- A number from 0 up to below n for a row and a purpose.
create function chance(n integer, row_number bigint, purpose integer) returns integer
  immutable parallel safe language sql
  return cast((hashint8extended(row_number, purpose) & 2147483647) % n as integer);

create function one_of(choices text[], row_number bigint, purpose integer) returns text
  immutable parallel safe language sql
  return choices[1 + chance(cardinality(choices), row_number, purpose)]
