-- An autovacuum gives way to who has waited for deadlock_timeout. This transaction holds nothing that another could wait for meanwhile.
SELECT pg_catalog.set_config('lock_timeout', ((SELECT s.setting::pg_catalog.int4
                                                 FROM pg_catalog.pg_settings s
                                                WHERE s.name = 'deadlock_timeout') + 1000)::text, true);
