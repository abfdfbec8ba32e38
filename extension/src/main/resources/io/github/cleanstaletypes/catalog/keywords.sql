-- Which of the names are keywords that must be quoted to be read as a type's name.
SELECT k.word
  FROM pg_catalog.pg_get_keywords() k
 WHERE k.catcode <> 'U' AND k.word = ANY (:'names'::text[]);
