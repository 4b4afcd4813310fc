-- Search. Everything in these three tables is derived: from the tables below by triggers, so that nobody who writes
-- can forget it, and from boards by the projection (lib/db/search). Backups leave them out; a restore fills them again.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Coverage is counted per element over all people of a workshop.
CREATE INDEX "opened_elements_workshop_id_element_id_idx" ON "opened_elements"("workshop_id", "element_id");

-- Text as it is searched: lower case, without accents, words apart. Letters are listed, because what a database takes
-- for a letter depends on its locale; a dot stays between digits only ('5.3').
CREATE FUNCTION search_fold(input TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT regexp_replace(
    lower(translate(normalize(input, NFC),
      'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ' || E'!"#$%&''()*+,-/:;<=>?@[\\]^_`{|}~¡¢£§«»°·¿–—‘’‚“”„•…‹›€\u00a0',
      'AAAAAACEEEEIIIINOOOOOUUUUYaaaaaaceeeeiiiinooooouuuuyy' || repeat(' ', 60))),
    '\.(?![0-9])|(?<![0-9])\.', ' ', 'g')
$$;

CREATE FUNCTION search_vector(scope UUID, title TEXT, body TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  -- The scope is a lexeme too, so that the index itself keeps to what somebody may see.
  SELECT setweight(to_tsvector('pg_catalog.dutch', search_fold(title)), 'A')
    || to_tsvector('pg_catalog.dutch', search_fold(body))
    || array_to_tsvector(ARRAY['@' || scope::text])
$$;

-- `scope`: the template version, source document or workshop whose it is.
CREATE TABLE "search_entries" (
    "scope" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "element_id" TEXT,
    "section_id" UUID,
    "anchor" TEXT,
    "vector" TSVECTOR NOT NULL GENERATED ALWAYS AS (search_vector("scope", "title", "body")) STORED,
    CONSTRAINT "search_entries_pkey" PRIMARY KEY ("scope", "kind", "ref")
);
CREATE INDEX "search_entries_vector_idx" ON "search_entries" USING GIN ("vector");

-- The words of a scope with their stem: parts of compounds and corrections of typing errors are looked up here.
CREATE TABLE "search_words" (
    "scope" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "lexeme" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,
    CONSTRAINT "search_words_pkey" PRIMARY KEY ("scope", "word")
);
CREATE INDEX "search_words_lexeme_idx" ON "search_words"("lexeme");
CREATE INDEX "search_words_word_idx" ON "search_words" USING GIN ("word" gin_trgm_ops);

-- How far the log of a board has been read.
CREATE TABLE "search_boards" (
    "board_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    CONSTRAINT "search_boards_pkey" PRIMARY KEY ("board_id")
);

-- In the order of the words, so that two who write the same words cannot wait for each other in a circle.
CREATE FUNCTION search_learn(at_scope UUID, texts TEXT[]) RETURNS VOID LANGUAGE sql AS $$
  INSERT INTO search_words (scope, word, lexeme, uses)
  SELECT at_scope, word, (ts_lexize('pg_catalog.dutch_stem', word))[1], count(*)
  FROM unnest(texts) AS input(line), unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', search_fold(line)))) AS word
  WHERE length(word) BETWEEN 2 AND 40 AND cardinality(ts_lexize('pg_catalog.dutch_stem', word)) > 0
  GROUP BY word ORDER BY word
  ON CONFLICT (scope, word) DO UPDATE SET uses = search_words.uses + excluded.uses
$$;

CREATE FUNCTION search_take_template(template UUID, content JSONB) RETURNS VOID LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_entries (scope, kind, ref, title, body, element_id)
  SELECT template, kind, e->>'id', title, body, e->>'id' FROM (
    SELECT 'layer' AS kind, e, e->>'name' AS title, e->>'essence' AS body FROM jsonb_array_elements(content->'layers') e
    UNION ALL SELECT 'block', e, e->>'label', '' FROM jsonb_array_elements(content->'blocks') e
    UNION ALL SELECT 'group', e, e->>'label', '' FROM jsonb_array_elements(content->'groups') e
    UNION ALL SELECT 'point', e, e->>'label', '' FROM jsonb_array_elements(content->'points') e
    UNION ALL SELECT 'intervention', e, e->>'label', e->>'number' FROM jsonb_array_elements(content->'interventionPoints') e
  ) elements ON CONFLICT DO NOTHING;
  PERFORM search_learn(template, (SELECT array_agg(title || ' ' || body) FROM search_entries WHERE scope = template));
END $$;
CREATE FUNCTION search_template_made() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_take_template(NEW.id, NEW.content);
  RETURN NULL;
END $$;
CREATE TRIGGER "template_versions_search" AFTER INSERT ON "template_versions"
  FOR EACH ROW EXECUTE FUNCTION search_template_made();

-- A whole import at once: sections and passages never change after it.
CREATE FUNCTION search_sections_made() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE document UUID;
BEGIN
  INSERT INTO search_entries (scope, kind, ref, title, body, section_id)
  SELECT document_id, 'section', id::text, concat_ws(' ', number, title), '', id FROM fresh;
  FOR document IN SELECT DISTINCT document_id FROM fresh ORDER BY 1 LOOP
    PERFORM search_learn(document, (SELECT array_agg(concat_ws(' ', number, title)) FROM fresh WHERE document_id = document));
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "source_sections_search" AFTER INSERT ON "source_sections"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_sections_made();

CREATE FUNCTION search_passages_made() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE document UUID;
BEGIN
  INSERT INTO search_entries (scope, kind, ref, title, body, section_id, anchor)
  SELECT document_id, CASE kind WHEN 'quote' THEN 'quote' ELSE 'text' END, id::text, '', text, section_id, anchor FROM fresh;
  FOR document IN SELECT DISTINCT document_id FROM fresh ORDER BY 1 LOOP
    PERFORM search_learn(document, (SELECT array_agg(text) FROM fresh WHERE document_id = document));
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER "source_passages_search" AFTER INSERT ON "source_passages"
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_passages_made();

CREATE FUNCTION search_document_gone() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries WHERE scope = OLD.id;
  DELETE FROM search_words WHERE scope = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "source_documents_search" AFTER DELETE ON "source_documents"
  FOR EACH ROW EXECUTE FUNCTION search_document_gone();
CREATE TRIGGER "workshops_search" AFTER DELETE ON "workshops"
  FOR EACH ROW EXECUTE FUNCTION search_document_gone();

CREATE FUNCTION search_own_point_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries WHERE scope = NEW.workshop_id AND kind = 'own-point' AND ref = NEW.id::text;
  IF NEW.removed_at IS NULL THEN
    INSERT INTO search_entries (scope, kind, ref, title, body, element_id)
    VALUES (NEW.workshop_id, 'own-point', NEW.id::text, 'E' || NEW.number || ' ' || NEW.label, NEW.explanation, NEW.id::text);
    PERFORM search_learn(NEW.workshop_id, ARRAY['E' || NEW.number || ' ' || NEW.label || ' ' || NEW.explanation]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "own_points_search" AFTER INSERT OR UPDATE ON "own_points"
  FOR EACH ROW EXECUTE FUNCTION search_own_point_changed();

CREATE FUNCTION search_fact_changed() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_entries WHERE scope = NEW.workshop_id AND kind = 'fact' AND ref = NEW.id::text;
  IF NEW.removed_at IS NULL THEN
    INSERT INTO search_entries (scope, kind, ref, title, body, element_id)
    VALUES (NEW.workshop_id, 'fact', NEW.id::text, '', NEW.text || ' (' || NEW.source || ', ' || NEW.dated || ')', NEW.element_id);
    PERFORM search_learn(NEW.workshop_id, ARRAY[NEW.text || ' ' || NEW.source || ' ' || NEW.dated]);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "fact_cards_search" AFTER INSERT OR UPDATE ON "fact_cards"
  FOR EACH ROW EXECUTE FUNCTION search_fact_changed();

-- What was there before search was.
SELECT search_take_template(id, content) FROM template_versions;
INSERT INTO search_entries (scope, kind, ref, title, body, section_id)
SELECT document_id, 'section', id::text, concat_ws(' ', number, title), '', id FROM source_sections;
INSERT INTO search_entries (scope, kind, ref, title, body, section_id, anchor)
SELECT document_id, CASE kind WHEN 'quote' THEN 'quote' ELSE 'text' END, id::text, '', text, section_id, anchor FROM source_passages;
SELECT search_learn(scope, array_agg(title || ' ' || body)) FROM search_entries WHERE kind IN ('section', 'quote', 'text') GROUP BY scope;
UPDATE own_points SET label = label;
UPDATE fact_cards SET text = text;
