CREATE TABLE `stops` (
	`mark` text PRIMARY KEY NOT NULL
);
