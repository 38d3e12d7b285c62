CREATE TABLE `publication_hours` (
	`id` integer PRIMARY KEY NOT NULL,
	`competition` text NOT NULL,
	`score` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `publication_orders` (
	`line` integer PRIMARY KEY NOT NULL,
	`notice_id` text,
	`closing_on` text,
	`action` text NOT NULL,
	`to_at` text,
	`results` text,
	`by` text NOT NULL,
	`because` text NOT NULL,
	`ordered_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `publications` (
	`at` text PRIMARY KEY NOT NULL,
	`way` text,
	`release` text,
	`fired_at` text,
	`flipped_at` text,
	`seen_at` text,
	`late_at` text,
	`late_because` text
);
--> statement-breakpoint
ALTER TABLE `notices` ADD `held` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `notices` ADD `competition_moved_to` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `score_moved_to` text;--> statement-breakpoint
ALTER TABLE `notices` ADD `extended_to` text;