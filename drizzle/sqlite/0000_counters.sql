CREATE TABLE `counters` (
	`hour` integer NOT NULL,
	`channel` text NOT NULL,
	`locale` text NOT NULL,
	`event` text NOT NULL,
	`subject` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`hour`, `channel`, `locale`, `event`, `subject`)
);
