-- CreateEnum
CREATE TYPE "role" AS ENUM ('participant', 'observer');

-- Facilitators
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "name" TEXT,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMPTZ(3),
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

CREATE TABLE "accounts" (
    "user_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,
    CONSTRAINT "accounts_pkey" PRIMARY KEY ("provider","provider_account_id"),
    CONSTRAINT "accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "sessions" (
    "session_token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "sessions_pkey" PRIMARY KEY ("session_token"),
    CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "verification_tokens" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "verification_tokens_pkey" PRIMARY KEY ("identifier","token")
);
CREATE UNIQUE INDEX "verification_tokens_token_key" ON "verification_tokens"("token");

-- Template
CREATE TABLE "template_versions" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "template_versions_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "template_versions_slug_version_key" ON "template_versions"("slug", "version");

-- A template version is immutable: the database itself refuses to change or remove one.
CREATE FUNCTION refuse_template_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a template version is immutable';
END $$;
CREATE TRIGGER "template_versions_immutable" BEFORE UPDATE OR DELETE ON "template_versions"
    FOR EACH ROW EXECUTE FUNCTION refuse_template_change();

-- Workshops and people
CREATE TABLE "workshops" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "perspectives" TEXT[],
    "template_version_id" UUID NOT NULL,
    "layout_version" INTEGER NOT NULL,
    "owner_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    CONSTRAINT "workshops_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "workshops_template_version_id_fkey" FOREIGN KEY ("template_version_id") REFERENCES "template_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "workshops_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "workshops_owner_id_idx" ON "workshops"("owner_id");

CREATE TABLE "boards" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "boards_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "boards_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "boards_workshop_id_idx" ON "boards"("workshop_id");

CREATE TABLE "join_links" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "token_hash" BYTEA NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "join_links_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "join_links_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "join_links_token_hash_key" ON "join_links"("token_hash");
CREATE UNIQUE INDEX "join_links_code_hash_key" ON "join_links"("code_hash");
CREATE INDEX "join_links_workshop_id_idx" ON "join_links"("workshop_id");

CREATE TABLE "participants" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "perspective" TEXT,
    "role" "role" NOT NULL,
    "link_id" UUID,
    "user_id" UUID,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    CONSTRAINT "participants_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "participants_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "participants_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "join_links"("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "participants_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "participants_workshop_id_user_id_key" ON "participants"("workshop_id", "user_id");
CREATE INDEX "participants_workshop_id_idx" ON "participants"("workshop_id");

CREATE TABLE "devices" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "devices_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "devices_token_hash_key" ON "devices"("token_hash");

CREATE TABLE "device_participants" (
    "device_id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    CONSTRAINT "device_participants_pkey" PRIMARY KEY ("device_id","workshop_id"),
    CONSTRAINT "device_participants_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "devices"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "device_participants_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "device_participants_participant_id_idx" ON "device_participants"("participant_id");

-- Prioritise
CREATE TABLE "rounds" (
    "id" UUID NOT NULL,
    "workshop_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closes_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "voter_secret" BYTEA,
    "chain_start" BYTEA NOT NULL,
    "chain_head" BYTEA NOT NULL,
    "ballot_count" INTEGER NOT NULL DEFAULT 0,
    "tally" JSONB,
    CONSTRAINT "rounds_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rounds_workshop_id_fkey" FOREIGN KEY ("workshop_id") REFERENCES "workshops"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "rounds_workshop_id_idx" ON "rounds"("workshop_id");
-- One open round per workshop, whatever races (Prisma cannot express a partial index).
CREATE UNIQUE INDEX "rounds_one_open_key" ON "rounds"("workshop_id") WHERE "closed_at" IS NULL;

CREATE TABLE "ballots" (
    "round_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "voter_key" BYTEA NOT NULL,
    "allocation" JSONB NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    CONSTRAINT "ballots_pkey" PRIMARY KEY ("round_id","seq"),
    CONSTRAINT "ballots_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "ballots_round_id_voter_key_idempotency_key_key" ON "ballots"("round_id", "voter_key", "idempotency_key");
CREATE INDEX "ballots_round_id_voter_key_idx" ON "ballots"("round_id", "voter_key");

CREATE TABLE "round_turnout" (
    "round_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    CONSTRAINT "round_turnout_pkey" PRIMARY KEY ("round_id","participant_id"),
    CONSTRAINT "round_turnout_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "round_turnout_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participants"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The sync log. Updates are already compact: storage external skips a useless compression.
CREATE TABLE "board_head" (
    "board_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "snap_seq" BIGINT NOT NULL DEFAULT 0,
    CONSTRAINT "board_head_pkey" PRIMARY KEY ("board_id")
);

CREATE TABLE "board_log" (
    "board_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "author" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sha256" BYTEA NOT NULL,
    "data" BYTEA NOT NULL,
    CONSTRAINT "board_log_pkey" PRIMARY KEY ("board_id","seq")
);
ALTER TABLE "board_log" ALTER COLUMN "data" SET STORAGE EXTERNAL;

CREATE TABLE "board_snap" (
    "board_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "sv" BYTEA NOT NULL,
    "ds" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "data" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "board_snap_pkey" PRIMARY KEY ("board_id","seq")
);
ALTER TABLE "board_snap" ALTER COLUMN "data" SET STORAGE EXTERNAL;

CREATE TABLE "board_history" (
    "board_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "author" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sha256" BYTEA NOT NULL,
    "data" BYTEA NOT NULL,
    CONSTRAINT "board_history_pkey" PRIMARY KEY ("board_id","seq")
);
ALTER TABLE "board_history" ALTER COLUMN "data" SET STORAGE EXTERNAL;

CREATE TABLE "board_quarantine" (
    "board_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "data" BYTEA NOT NULL,
    CONSTRAINT "board_quarantine_pkey" PRIMARY KEY ("board_id","seq")
);
