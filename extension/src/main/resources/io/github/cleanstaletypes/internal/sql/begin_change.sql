-- Each statement sees what is committed when it starts. Where the session is read-only, it stays so.
SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
