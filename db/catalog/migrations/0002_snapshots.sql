CREATE TABLE `snapshots` (
	`day` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`bytes` integer NOT NULL
);
