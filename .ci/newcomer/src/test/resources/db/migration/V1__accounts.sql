CREATE TABLE accounts_user (id int PRIMARY KEY);
