CREATE TABLE accounts_user (
    id   integer PRIMARY KEY,
    name text
);
