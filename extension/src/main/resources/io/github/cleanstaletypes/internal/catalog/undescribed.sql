-- Goes back to before an object could not be described.
ROLLBACK TO SAVEPOINT described;
