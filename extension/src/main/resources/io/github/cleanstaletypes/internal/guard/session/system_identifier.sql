-- What a server's data have that no other server's have.
SELECT c.system_identifier FROM pg_catalog.pg_control_system() c;
