-- Otherwise what was imported last waits in a list, which every search reads from end to end until a vacuum comes by.
ALTER INDEX "search_entries_vector_idx" SET (fastupdate = off);
ALTER INDEX "search_words_word_idx" SET (fastupdate = off);

-- The best of every kind, with how many there are in all. The planner takes a match of a vector for as cheap as a
-- comparison of numbers, and would look at every row instead of at the index; hence the setting, for this query alone.
-- Ranking reads every vector that was hit, so `best` has few words, and long texts count for less.
CREATE FUNCTION search_find(hit TSQUERY, best TSQUERY, per_kind INTEGER)
RETURNS TABLE (kind TEXT, ref TEXT, title TEXT, body TEXT, element_id TEXT, section_id UUID, anchor TEXT, total INTEGER)
LANGUAGE sql STABLE SET enable_seqscan TO off AS $$
  WITH hits AS (
    SELECT e.scope, e.kind, e.ref, ts_rank(e.vector, best, 1) AS rank FROM search_entries e WHERE e.vector @@ hit
  ), placed AS (
    SELECT *, count(*) OVER (PARTITION BY hits.kind) AS total,
      row_number() OVER (PARTITION BY hits.kind ORDER BY hits.rank DESC, hits.ref) AS place
    FROM hits
  )
  SELECT e.kind, e.ref, e.title, e.body, e.element_id, e.section_id, e.anchor, p.total::int
  FROM placed p JOIN search_entries e USING (scope, kind, ref) WHERE p.place <= per_kind ORDER BY e.kind, p.place
$$;
