declare namespace App {
  interface Locals {
    /** What the notifier has a page say. */
    alerts: import('../../db/alert-pages.ts').AlertPage;
  }
}
