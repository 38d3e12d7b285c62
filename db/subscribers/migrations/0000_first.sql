CREATE TABLE `addresses` (
	`channel_id` integer PRIMARY KEY NOT NULL,
	`wrapped` blob NOT NULL,
	`sealed` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `channels` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`by` text NOT NULL,
	`lane` text NOT NULL,
	`generation` integer NOT NULL,
	`state` text NOT NULL,
	`joined_at` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`confirmed_at` integer,
	`ended_at` integer,
	`ended_reason` text,
	`since` integer NOT NULL,
	`lookup` blob NOT NULL,
	`kinds` text NOT NULL,
	`moments` text NOT NULL,
	`digest_at` integer,
	`quiet_begins` integer,
	`quiet_ends` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `channels_by_lookup` ON `channels` (`lookup`);--> statement-breakpoint
CREATE INDEX `channels_asked` ON `channels` (`asked_at`) WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX `channels_ended` ON `channels` (`ended_at`) WHERE state = 'ended';--> statement-breakpoint
CREATE TABLE `chunks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`event_seq` integer NOT NULL,
	`lane` text NOT NULL,
	`form` text NOT NULL,
	`urgency` integer NOT NULL,
	`turn` integer NOT NULL,
	`not_before` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`again_at` integer NOT NULL,
	`fence` integer NOT NULL,
	`lease_until` integer,
	`wanted` integer NOT NULL,
	`left` integer NOT NULL,
	`first_id` integer NOT NULL,
	`last_id` integer NOT NULL,
	`merged_into` integer,
	`ended_at` integer,
	`ended_reason` text,
	`want` blob NOT NULL,
	`done` blob,
	`dead` blob,
	`ambiguous` blob
);
--> statement-breakpoint
CREATE INDEX `chunks_waiting` ON `chunks` (`lane`,`urgency`,`turn`,`not_before`,`again_at`,`lease_until`) WHERE ended_at IS NULL AND form <> 'digest';--> statement-breakpoint
CREATE INDEX `chunks_digests` ON `chunks` (`not_before`,`lane`) WHERE ended_at IS NULL AND form = 'digest';--> statement-breakpoint
CREATE INDEX `chunks_expiring` ON `chunks` (`expires_at`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE INDEX `chunks_in_hand` ON `chunks` (`lease_until`) WHERE lease_until IS NOT NULL;--> statement-breakpoint
CREATE INDEX `chunks_by_event` ON `chunks` (`event_seq`);--> statement-breakpoint
CREATE INDEX `chunks_parts` ON `chunks` (`merged_into`,`lane`,`first_id`) WHERE merged_into IS NOT NULL;--> statement-breakpoint
CREATE TABLE `consents` (
	`id` integer PRIMARY KEY NOT NULL,
	`channel_id` integer NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL,
	`words` text NOT NULL,
	`from_prefix` text
);
--> statement-breakpoint
CREATE INDEX `consents_by_channel` ON `consents` (`channel_id`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`notice_id` text NOT NULL,
	`notice_name` text NOT NULL,
	`notice_kind` text NOT NULL,
	`sido` text,
	`sigungu` text,
	`path` text NOT NULL,
	`not_before` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`withdrawn_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_by_id` ON `events` (`id`);--> statement-breakpoint
CREATE INDEX `events_by_notice` ON `events` (`notice_id`);--> statement-breakpoint
CREATE INDEX `events_by_expiry` ON `events` (`expires_at`);--> statement-breakpoint
CREATE TABLE `follows` (
	`channel_id` integer NOT NULL,
	`what` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`channel_id`, `what`, `code`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `kept` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `suppressions` (
	`lookup` blob PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TRIGGER `consents_stay_as_they_are` BEFORE UPDATE ON `consents`
BEGIN
	SELECT raise(ABORT, 'A consent is never changed.');
END;
--> statement-breakpoint
CREATE TRIGGER `consents_stay_with_their_channel` BEFORE DELETE ON `consents`
WHEN EXISTS (SELECT 1 FROM `channels` WHERE `id` = OLD.`channel_id`)
BEGIN
	SELECT raise(ABORT, 'A consent stays as long as its channel.');
END;
--> statement-breakpoint
CREATE TRIGGER `channels_are_counted` AFTER INSERT ON `channels`
BEGIN
	INSERT INTO `counters` (`name`, `value`) VALUES ('channels ' || NEW.`by` || ' ' || NEW.`state`, 1)
	ON CONFLICT (`name`) DO UPDATE SET `value` = `value` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `channels_are_counted_anew` AFTER UPDATE OF `state` ON `channels`
WHEN OLD.`state` <> NEW.`state`
BEGIN
	UPDATE `counters` SET `value` = `value` - 1 WHERE `name` = 'channels ' || OLD.`by` || ' ' || OLD.`state`;
	INSERT INTO `counters` (`name`, `value`) VALUES ('channels ' || NEW.`by` || ' ' || NEW.`state`, 1)
	ON CONFLICT (`name`) DO UPDATE SET `value` = `value` + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `channels_are_counted_no_more` AFTER DELETE ON `channels`
BEGIN
	UPDATE `counters` SET `value` = `value` - 1 WHERE `name` = 'channels ' || OLD.`by` || ' ' || OLD.`state`;
END;
