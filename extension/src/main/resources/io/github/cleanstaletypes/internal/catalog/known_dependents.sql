-- Who uses each of the given types, by pg_depend alone, which an index answers: whoever is found there uses it. Whether nobody does needs the
-- other statement, dependents.
WITH RECURSIVE
:type_parts
, reference(type, classid, objid, objsubid) AS (
    SELECT p.type, d.classid, d.objid, d.objsubid
      FROM part p JOIN pg_catalog.pg_depend d ON d.refclassid = p.classid AND d.refobjid = p.objid
),
:dependents_in_words
