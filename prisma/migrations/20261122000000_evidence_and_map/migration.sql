-- Evidence: what an installation imported from the documents themselves. A new import of the same document is a new
-- version; the old one stays, because pins and notes point at its passages.
CREATE TABLE "source_documents" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "dated" TEXT,
    "file_name" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "report" JSONB NOT NULL,
    "imported_by" UUID,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "source_documents_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "source_documents_imported_by_fkey" FOREIGN KEY ("imported_by") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "source_documents_slug_version_key" ON "source_documents"("slug", "version");

CREATE TABLE "source_sections" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "parent_id" UUID,
    "order" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "number" TEXT,
    "title" TEXT NOT NULL,
    CONSTRAINT "source_sections_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "source_sections_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "source_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "source_sections_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "source_sections"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "source_sections_document_id_order_key" ON "source_sections"("document_id", "order");
CREATE INDEX "source_sections_parent_id_idx" ON "source_sections"("parent_id");

CREATE TABLE "source_passages" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "anchor" TEXT,
    CONSTRAINT "source_passages_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "source_passages_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "source_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "source_passages_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "source_sections"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "source_passages_document_id_order_key" ON "source_passages"("document_id", "order");
CREATE INDEX "source_passages_section_id_idx" ON "source_passages"("section_id");
CREATE INDEX "source_passages_anchor_idx" ON "source_passages"("anchor");

CREATE TABLE "source_abbreviations" (
    "document_id" UUID NOT NULL,
    "abbreviation" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    CONSTRAINT "source_abbreviations_pkey" PRIMARY KEY ("document_id","abbreviation"),
    CONSTRAINT "source_abbreviations_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "source_documents"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What a group lays over the template. `author` and `person` are keys of people: 'p:<participant>' or 'u:<user>'.
ALTER TABLE "workshops" ADD COLUMN "map_version" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "own_points" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',
    "concerns" TEXT[],
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    CONSTRAINT "own_points_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "own_points_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "own_points_workshop_id_number_key" ON "own_points"("workshop_id", "number");

CREATE TABLE "fact_cards" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "element_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "dated" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    CONSTRAINT "fact_cards_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "fact_cards_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "fact_cards_workshop_id_idx" ON "fact_cards"("workshop_id");

CREATE TABLE "quote_pins" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "element_id" TEXT NOT NULL,
    "passage_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "quote_pins_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "quote_pins_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "quote_pins_passage_id_fkey" FOREIGN KEY ("passage_id") REFERENCES "source_passages"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "quote_pins_workshop_id_element_id_passage_id_key" ON "quote_pins"("workshop_id", "element_id", "passage_id");

CREATE TABLE "stances" (
    "workshop_id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    "pole" INTEGER,
    "level" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "stances_pkey" PRIMARY KEY ("workshop_id","person","element_id"),
    CONSTRAINT "stances_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "saved_loops" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "element_ids" TEXT[],
    "author" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "saved_loops_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "saved_loops_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "saved_loops_workshop_id_idx" ON "saved_loops"("workshop_id");

-- Personal: nobody else reads these rows one by one; coverage counts people, not names.
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "saved_views_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "saved_views_workshop_id_person_name_key" ON "saved_views"("workshop_id", "person", "name");

CREATE TABLE "opened_elements" (
    "workshop_id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    "element_id" TEXT NOT NULL,
    CONSTRAINT "opened_elements_pkey" PRIMARY KEY ("workshop_id","person","element_id"),
    CONSTRAINT "opened_elements_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "seen_tours" (
    "workshop_id" UUID NOT NULL,
    "person" TEXT NOT NULL,
    CONSTRAINT "seen_tours_pkey" PRIMARY KEY ("workshop_id","person"),
    CONSTRAINT "seen_tours_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
