CREATE TABLE big (
    id      integer PRIMARY KEY,
    payload text NOT NULL
);
