CREATE TYPE accounts_user AS ENUM ('admin');
