CREATE TABLE "today" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"changed_at" bigint NOT NULL,
	"switches" text NOT NULL
);
