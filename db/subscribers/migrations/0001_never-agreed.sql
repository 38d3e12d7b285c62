CREATE INDEX `channels_never_agreed` ON `channels` (`ended_at`) WHERE state = 'ended' AND confirmed_at IS NULL;--> statement-breakpoint
UPDATE `channels` SET `lane` = 'push push.services.mozilla.com' WHERE `lane` LIKE 'push %.push.services.mozilla.com';--> statement-breakpoint
UPDATE `channels` SET `lane` = 'push push.apple.com' WHERE `lane` LIKE 'push %.push.apple.com';--> statement-breakpoint
UPDATE `channels` SET `lane` = 'push notify.windows.com' WHERE `lane` LIKE 'push %.notify.windows.com';
