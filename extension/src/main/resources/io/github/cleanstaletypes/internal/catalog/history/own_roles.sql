-- The first part of a question for tables of migration tools: this role, and those that it is a member of.
WITH RECURSIVE self(oid) AS (
    SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = current_user
    UNION
    SELECT m.roleid FROM pg_catalog.pg_auth_members m JOIN self s ON s.oid = m.member
),
