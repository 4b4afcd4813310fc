-- pg_dump and pg_restore work without a search path, and the vector is made again for every row they load.
ALTER FUNCTION search_vector(UUID, TEXT, TEXT) SET search_path FROM CURRENT;
