-- A schema that holds a namesake of everything that some statements name without a schema, or may be thought to name: an operator, a
-- function, a type or a relation of that name, for whatever arguments the server has one for. Each calls a function, and is counted.
-- Variables: the names of operators, functions, types and relations.
DO $hostile$
DECLARE
  made record;
BEGIN
  CREATE SCHEMA ev;
  GRANT USAGE ON SCHEMA ev TO PUBLIC;
  CREATE FUNCTION ev.touched() RETURNS pg_catalog.bool LANGUAGE plpgsql AS 'BEGIN RETURN true; END';
  FOR made IN
    SELECT o.oprname AS name, pg_catalog.row_number() OVER () AS number,
           nullif(o.oprleft, 0)::pg_catalog.regtype AS l, o.oprright::pg_catalog.regtype AS r, o.oprresult::pg_catalog.regtype AS result
      FROM pg_catalog.pg_operator o
     WHERE o.oprname = ANY (pg_catalog.string_to_array(pg_catalog.current_setting('hostile.operators'), ' '))
  LOOP
    BEGIN
      EXECUTE pg_catalog.format('CREATE FUNCTION ev.operator_%s(%s) RETURNS %s LANGUAGE plpgsql AS ''BEGIN RETURN NULL; END''',
          made.number, pg_catalog.concat_ws(', ', made.l, made.r), made.result);
      EXECUTE pg_catalog.format('CREATE OPERATOR ev.%s (%sRIGHTARG = %s, FUNCTION = ev.operator_%s)',
          made.name, CASE WHEN made.l IS NULL THEN '' ELSE 'LEFTARG = ' || made.l || ', ' END, made.r, made.number);
    EXCEPTION WHEN OTHERS THEN NULL;
    END;
  END LOOP;
  FOR made IN
    SELECT p.proname AS name, pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments,
           pg_catalog.pg_get_function_result(p.oid) AS result
      FROM pg_catalog.pg_proc p
     WHERE p.pronamespace = 'pg_catalog'::pg_catalog.regnamespace AND p.prokind = 'f'
       AND p.proname = ANY (pg_catalog.string_to_array(pg_catalog.current_setting('hostile.functions'), ' '))
  LOOP
    BEGIN
      EXECUTE pg_catalog.format('CREATE FUNCTION ev.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L',
          made.name, made.arguments, made.result,
          CASE WHEN made.result LIKE 'SETOF %' OR made.result LIKE 'TABLE%' THEN 'BEGIN RETURN; END' ELSE 'BEGIN RETURN NULL; END' END);
    EXCEPTION WHEN OTHERS THEN NULL;
    END;
  END LOOP;
  FOR made IN
    SELECT t.typname AS name
      FROM pg_catalog.pg_type t
     WHERE t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace AND t.typtype = 'b'
       AND t.typname = ANY (pg_catalog.string_to_array(pg_catalog.current_setting('hostile.words'), ' '))
  LOOP
    EXECUTE pg_catalog.format('CREATE DOMAIN ev.%I AS pg_catalog.%I CHECK (ev.touched())', made.name, made.name);
  END LOOP;
  FOR made IN
    SELECT c.relname AS name
      FROM pg_catalog.pg_class c
     WHERE c.relnamespace = 'pg_catalog'::pg_catalog.regnamespace AND c.relkind IN ('r', 'v')
       AND c.relname = ANY (pg_catalog.string_to_array(pg_catalog.current_setting('hostile.words'), ' '))
  LOOP
    BEGIN
      EXECUTE pg_catalog.format('CREATE VIEW ev.%I AS SELECT t.*, ev.touched() AS touched FROM pg_catalog.%I t', made.name, made.name);
    EXCEPTION WHEN OTHERS THEN
      EXECUTE pg_catalog.format('CREATE VIEW ev.%I AS SELECT ev.touched() AS touched', made.name);
    END;
  END LOOP;
END
$hostile$;
