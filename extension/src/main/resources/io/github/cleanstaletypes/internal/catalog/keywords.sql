-- Which of the names are keywords that must be quoted, or stand after a schema, to be read as a type's name (gram.y, GenericType).
SELECT k.word
  FROM pg_catalog.pg_get_keywords() k
 WHERE k.catcode IN ('C', 'R') AND k.word = ANY (:'names'::text[]);
