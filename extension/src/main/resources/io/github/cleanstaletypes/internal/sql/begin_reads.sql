-- Each statement sees what is committed when it starts; cannot write.
SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ ONLY;
