CREATE TABLE `batches` (
	`id` text PRIMARY KEY NOT NULL,
	`hour` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `counters` (
	`hour` integer NOT NULL,
	`channel` text NOT NULL,
	`locale` text NOT NULL,
	`event` text NOT NULL,
	`subject` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`hour`, `channel`, `locale`, `event`, `subject`)
);
--> statement-breakpoint
CREATE TABLE `stops` (
	`mark` text PRIMARY KEY NOT NULL
);
