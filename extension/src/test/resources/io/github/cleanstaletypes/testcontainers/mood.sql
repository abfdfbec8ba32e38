CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TABLE person (name text, feels mood);
INSERT INTO person VALUES ('Ada', 'happy');
