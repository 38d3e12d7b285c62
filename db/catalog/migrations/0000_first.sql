CREATE TABLE `api_calls` (
	`day` text PRIMARY KEY NOT NULL,
	`calls` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `competition` (
	`notice_id` text NOT NULL,
	`model_no` text NOT NULL,
	`type` text NOT NULL,
	`rank` integer NOT NULL,
	`segment` text NOT NULL,
	`segment_name` text,
	`supply` integer,
	`segment_supply` integer,
	`applicants` integer,
	`rate` text,
	PRIMARY KEY(`notice_id`, `model_no`, `type`, `rank`, `segment`),
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`notice_id` text NOT NULL,
	`revision` integer NOT NULL,
	`model_no` text,
	`field` text NOT NULL,
	`label` text NOT NULL,
	`before` text,
	`after` text,
	`seen_at` text NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_by_notice` ON `corrections` (`notice_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`notice_id` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `house_types` (
	`notice_id` text NOT NULL,
	`model_no` text NOT NULL,
	`type` text NOT NULL,
	`grp` text,
	`supply_area` text,
	`exclusive_area` text,
	`contract_area` text,
	`supply` integer,
	`general_supply` integer,
	`special_supply` integer,
	`multi_child` integer,
	`newlywed` integer,
	`first_time` integer,
	`elderly_parents` integer,
	`agency` integer,
	`other_special` integer,
	`relocated_agency` integer,
	`youth` integer,
	`newborn` integer,
	`aged` integer,
	`price` integer,
	`deposit` integer,
	PRIMARY KEY(`notice_id`, `model_no`),
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `ingest_runs` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`source` text NOT NULL,
	`full` integer NOT NULL,
	`started_at` text NOT NULL,
	`ended_at` text,
	`ended_reason` text
);
--> statement-breakpoint
CREATE TABLE `ingest_steps` (
	`run_id` integer NOT NULL,
	`step` text NOT NULL,
	PRIMARY KEY(`run_id`, `step`),
	FOREIGN KEY (`run_id`) REFERENCES `ingest_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`notice_no` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`house_code` text NOT NULL,
	`house_name` text,
	`detail_code` text,
	`detail_name` text,
	`search_code` text,
	`rent_code` text,
	`rent_name` text,
	`area_code` text,
	`area_name` text,
	`zip` text,
	`address` text,
	`sido` text,
	`sigungu` text,
	`total_supply` integer,
	`announced_on` text NOT NULL,
	`receipt_begins_on` text,
	`receipt_ends_on` text,
	`special_begins_on` text,
	`special_ends_on` text,
	`rank1_local_begins_on` text,
	`rank1_local_ends_on` text,
	`rank1_gyeonggi_begins_on` text,
	`rank1_gyeonggi_ends_on` text,
	`rank1_other_begins_on` text,
	`rank1_other_ends_on` text,
	`rank2_local_begins_on` text,
	`rank2_local_ends_on` text,
	`rank2_gyeonggi_begins_on` text,
	`rank2_gyeonggi_ends_on` text,
	`rank2_other_begins_on` text,
	`rank2_other_ends_on` text,
	`general_begins_on` text,
	`general_ends_on` text,
	`winners_on` text,
	`contract_begins_on` text,
	`contract_ends_on` text,
	`move_in_month` text,
	`developer` text,
	`builder` text,
	`phone` text,
	`newspaper` text,
	`homepage` text,
	`notice_url` text,
	`speculation_zone` integer,
	`adjustment_zone` integer,
	`price_cap` integer,
	`redevelopment` integer,
	`public_housing_zone` integer,
	`large_site` integer,
	`capital_private_public` integer,
	`public_housing_act` integer,
	`revision` integer NOT NULL,
	`first_seen_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `notices_by_announced` ON `notices` (`announced_on`);--> statement-breakpoint
CREATE INDEX `notices_by_place` ON `notices` (`sido`,`sigungu`);--> statement-breakpoint
CREATE TABLE `quarantine` (
	`id` text PRIMARY KEY NOT NULL,
	`operation` text NOT NULL,
	`key` text,
	`place` text NOT NULL,
	`reason` text NOT NULL,
	`row` text NOT NULL,
	`seen_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`as_of` text NOT NULL,
	`tree` text NOT NULL,
	`files` integer NOT NULL,
	`built_at` text NOT NULL,
	`published_at` text
);
--> statement-breakpoint
CREATE TABLE `result_asks` (
	`notice_id` text NOT NULL,
	`operation` text NOT NULL,
	`asked_at` text NOT NULL,
	`rows` integer NOT NULL,
	PRIMARY KEY(`notice_id`, `operation`),
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `scores` (
	`notice_id` text NOT NULL,
	`model_no` text NOT NULL,
	`type` text NOT NULL,
	`segment` text NOT NULL,
	`segment_name` text,
	`lowest` text,
	`highest` text,
	`average` text,
	PRIMARY KEY(`notice_id`, `model_no`, `segment`),
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `special_supply` (
	`notice_id` text NOT NULL,
	`type` text NOT NULL,
	`category` text NOT NULL,
	`supply` integer,
	`local` integer,
	`province` integer,
	`other` integer,
	`decided` integer,
	`reserve` integer,
	`outcome` text,
	PRIMARY KEY(`notice_id`, `type`, `category`),
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action
);
