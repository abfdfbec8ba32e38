--liquibase formatted sql

--changeset shop:1
SELECT pg_catalog.pg_advisory_xact_lock_shared(4711);

--changeset shop:2
CREATE TABLE made_later (id int);
