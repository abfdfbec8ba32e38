-- Nobody can give the table a trigger or a rule from now on, and everybody can go on reading and writing.
LOCK TABLE ONLY %s IN ROW EXCLUSIVE MODE;
